import type { DateTime } from 'luxon';
import type { DoorView } from '../usecases/look-at-door.ts';
import type { DoorState } from './door-state.ts';
import type { StatusCode } from './status-words.ts';

const CODES: Readonly<Record<DoorView['status']['kind'], StatusCode>> = {
  open: 'open',
  'too-early': 'too_early',
  'waiting-for-host': 'waiting_for_host',
  'not-invited': 'not_invited',
  ended: 'ended',
  cancelled: 'cancelled',
};

export function statusCode(status: DoorView['status']): StatusCode {
  return CODES[status.kind];
}

export function doorState(view: DoorView, now: DateTime): DoorState {
  return {
    status: statusCode(view.status),
    serverNow: utc(now),
    ...(view.status.kind === 'too-early' && { opensAt: utc(view.status.opensAt) }),
    startsAt: utc(view.startsAt),
    endsAt: utc(view.endsAt),
    entered: view.simulated ? view.entered : [],
  };
}

/** As in `2026-11-25T08:00:00.000Z`. */
export function utc(instant: DateTime): string {
  return instant.toJSDate().toISOString();
}
