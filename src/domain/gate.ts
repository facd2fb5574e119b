import { DateTime } from 'luxon';
import type { WorkspaceId } from './ids.ts';

/** One thing that may be asked of the outside, such as `chat.postMessage` in one workspace. */
export interface Gate {
  /** Null where one limit holds for all workspaces. */
  readonly workspace: WorkspaceId | null;
  readonly what: string;
}

/** The video service counts for all workspaces together. */
export const ROOM_SERVICE: Gate = { workspace: null, what: 'rooms' };

/** Mails go out for all workspaces from one address. */
export const MAIL_SERVICE: Gate = { workspace: null, what: 'mail' };

/** When each gate opens again, by `gateKey`; a gate that is not named is open. */
export type Openings = ReadonlyMap<string, DateTime>;

export function gateKey({ workspace, what }: Gate): string {
  return `${workspace ?? '*'} ${what}`;
}

/** When all of these gates are open; null when they are now. */
export function opensAt(openings: Openings, gates: readonly Gate[], now: DateTime): DateTime | null {
  const closed = gates.flatMap((gate) => openings.get(gateKey(gate)) ?? []).filter((at) => at > now);
  return DateTime.max(...closed) ?? null;
}

/** With these gates closed at least until then; what is open by now is left out. */
export function closed(openings: Openings, until: Openings, now: DateTime): Openings {
  const known = [...openings, ...until].filter(([, at]) => at > now);
  return new Map(known.map(([key, at]) => [key, DateTime.max(at, openings.get(key) ?? at)]));
}
