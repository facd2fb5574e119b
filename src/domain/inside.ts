import { whoIsIn } from './attendance.ts';
import { inviteeOf, type Meeting } from './meeting.ts';
import type { Seat } from './seat.ts';
import type { Session } from './session.ts';

/** The names of those who are in the room of one run, who has been in longest first. @param seats of the meeting */
export function insideOf(meeting: Meeting, session: Session | null, seats: readonly Seat[]): string[] {
  if (!session) return [];
  const nameOf = (person: Seat['invitee']) =>
    inviteeOf(meeting, person)?.name ?? seats.find(({ invitee, name }) => invitee === person && name)?.name ?? 'Guest';
  return whoIsIn(session).map(({ person }) => nameOf(person));
}
