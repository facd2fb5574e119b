import type { DeliveryKind } from './delivery.ts';
import type { WorkspaceId } from './ids.ts';

/** What a delivery needs next of the outside. Each is limited by itself, so that one limit does not hold up the rest. */
export type Need = 'message' | 'edit' | 'removal' | 'file' | 'room' | 'mail' | 'awaited-mail';

/** Deliveries that a limit holds up together, and that take turns with the other lanes. */
export interface Lane {
  readonly workspace: WorkspaceId;
  readonly need: Need;
}

/** What a delivery of this kind needs first. */
export function firstNeedOf(kind: DeliveryKind): Need {
  return FIRST_NEEDS[kind] ?? 'message';
}

const FIRST_NEEDS: Readonly<Partial<Record<DeliveryKind, Need>>> = {
  room: 'room',
  'close-room': 'room',
  expel: 'room',
  'look-at-session': 'room',
  card: 'edit',
  'channel-edit': 'edit',
  'agenda-edit': 'edit',
  'proposal-edit': 'edit',
  retract: 'removal',
  'clear-reminder': 'removal',
  mail: 'mail',
  'mail-reminder': 'mail',
  // Somebody stands at the door: it takes its turn beside hundreds of invitations, and not behind them.
  'guest-code': 'awaited-mail',
};

/** Sorts by workspace. */
export function laneKey({ workspace, need }: Lane): string {
  return `${workspace} ${need}`;
}

export function laneOf(key: string): Lane {
  const [workspace = '', need = ''] = key.split(' ');
  return { workspace: workspace as WorkspaceId, need: need as Need };
}
