import type { DateTime } from 'luxon';
import type { SlackUserId } from './ids.ts';
import type { Meeting } from './meeting.ts';

/**
 * What it takes for a person to disappear from a meeting:
 *
 * - `none`: they are not in it
 * - `leave`: it goes on without them; their link dies in the write that stores this meeting
 * - `remove`: they organize it and it is over, cancelled or was never agreed on, so that all of it goes
 * - `refuse`: they organize it and others count on it: it has to be over, cancelled or somebody else's first
 */
export type Erasure =
  | { readonly kind: 'none' | 'remove' | 'refuse' }
  | { readonly kind: 'leave'; readonly meeting: Meeting };

export function erasureOf(meeting: Meeting, user: SlackUserId, now: DateTime): Erasure {
  if (meeting.organizer === user) return { kind: isToCome(meeting, now) ? 'refuse' : 'remove' };
  const invitees = meeting.invitees.filter((one) => one.user !== user);
  if (invitees.length === meeting.invitees.length) return { kind: 'none' };
  return { kind: 'leave', meeting: { ...meeting, invitees } };
}

function isToCome({ status, endsAt }: Meeting, now: DateTime): boolean {
  return status === 'scheduled' && now < endsAt;
}
