import type { DateTime } from 'luxon';
import { type Contact, isContactOf } from './contact.ts';
import type { Invitee } from './invitee.ts';
import type { Meeting } from './meeting.ts';
import { lastEnd } from './occurrence.ts';

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

export function erasureOf(meeting: Meeting, contact: Contact, now: DateTime): Erasure {
  if (meeting.organizer === contact) return { kind: isToCome(meeting, now) ? 'refuse' : 'remove' };
  const isOther = (one: Invitee) => !isContactOf(contact, one);
  const isTakenOver = meeting.takenOver?.from === contact;
  if (!isTakenOver && meeting.invitees.every(isOther) && meeting.former.every(isOther)) return { kind: 'none' };
  const [invitees, former] = [meeting.invitees.filter(isOther), meeting.former.filter(isOther)];
  const takenOver = isTakenOver ? null : meeting.takenOver;
  return { kind: 'leave', meeting: { ...meeting, invitees, former, takenOver } };
}

function isToCome(meeting: Meeting, now: DateTime): boolean {
  const end = lastEnd(meeting);
  return meeting.status === 'scheduled' && (end === null || now < end);
}
