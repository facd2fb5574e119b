import { DateTime } from 'luxon';
import type { Invitee } from './invitee.ts';
import type { Meeting } from './meeting.ts';
import type { Known } from './seat.ts';

/**
 * What calls for a notice: this state of the meeting, of the person's place in it, and what there is to be told. So one
 * that arrived unseen can be read from its delivery.
 */
export function noticeCause({ sequence }: Meeting, { linkVersion }: Invitee, truth: Known): string {
  const { startsAt, isCancelled, until } = truth;
  return [sequence, linkVersion, startsAt.toMillis(), isCancelled ? 'off' : 'on', until ?? '-'].join('.');
}

/** What a notice told; null for a cause that does not say it. */
export function toldByCause(cause: string): Known | null {
  const [, startsAt, state, until] = /^\d+\.\d+\.(\d+)\.(on|off)\.(.+)$/.exec(cause) ?? [];
  if (!startsAt || !state || !until) return null;
  return {
    startsAt: DateTime.fromMillis(Number(startsAt), { zone: 'utc' }),
    isCancelled: state === 'off',
    until: until === '-' ? null : until,
  };
}
