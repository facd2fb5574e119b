import type { Invitee } from './invitee.ts';
import { inviteeOf, type Meeting } from './meeting.ts';

/**
 * RFC 5545 SEQUENCE of what one person's calendar is told. A calendar drops what is not above all that it was sent under
 * the same uid, and taking somebody off or asking them again is no change of the meeting. So each link version lifts it
 * by two: one for the invitation itself, and one for the cancellation to somebody who is taken off.
 */
export function calendarSequence(meeting: Meeting, { id, linkVersion }: Pick<Invitee, 'id' | 'linkVersion'>): number {
  const isOff = inviteeOf(meeting, id) === null;
  return meeting.sequence + 2 * (linkVersion - 1) + (isOff ? 1 : 0);
}
