import type { DateTime } from 'luxon';
import type { MeetingId, SlackUserId } from '../ids.ts';
import type { Invitee } from '../invitee.ts';
import { inviteeByUser, type Meeting, type PersonToInvite } from '../meeting.ts';
import { ok, type Result } from '../result.ts';
import { noted } from './changed.ts';
import { handOver, invitePeople, type PeopleProblem } from './people.ts';

export interface Successor extends PersonToInvite {
  readonly user: SlackUserId;
}

/**
 * Puts somebody in charge in place of who has left, whether they were invited or not. Nothing changes where that person
 * is not in charge any more.
 *
 * @param first of the meetings that the successor takes over with this one: all are told of together
 */
export function takeOver(
  meeting: Meeting,
  left: SlackUserId,
  successor: Successor,
  first: MeetingId,
  now: DateTime,
): Result<Meeting, PeopleProblem> {
  if (meeting.organizer !== left) return ok(meeting);
  const invited = invitePeople(meeting, [successor], now);
  const handed = invited.ok ? handOver(invited.value, successor.user, now) : invited;
  return handed.ok ? ok({ ...handed.value, takenOver: { from: left, at: now, first } }) : handed;
}

/**
 * Somebody who has left the workspace comes in no more: they are off, and not told. Who is still in charge, since nobody
 * could take over, stays so in name, and their link is dead.
 */
export function partWith(meeting: Meeting, left: SlackUserId, now: DateTime): Meeting {
  const invitee = inviteeByUser(meeting, left);
  if (!invitee || meeting.status !== 'scheduled') return meeting;
  const gone: Invitee = { ...invitee, hasLeft: true };
  if (meeting.organizer === left) {
    if (invitee.hasLeft) return meeting;
    const organizer = { ...gone, linkVersion: gone.linkVersion + 1 };
    return noted(meeting, { invitees: meeting.invitees.map((one) => (one === invitee ? organizer : one)) }, now);
  }
  const invitees = meeting.invitees.filter((one) => one !== invitee);
  return noted(meeting, { invitees, former: [...meeting.former, gone] }, now);
}

/** The hosts who could take over, in the order in which they were invited. */
export function hostsBeside({ invitees }: Meeting, left: SlackUserId): SlackUserId[] {
  return invitees.flatMap(({ user, role }) => (user && user !== left && role === 'host' ? [user] : []));
}
