import type { DateTime } from 'luxon';
import { checkGuests, type TooManyGuests } from '../guest-limit.ts';
import type { InviteeId, SlackUserId } from '../ids.ts';
import type { Invitee, Role } from '../invitee.ts';
import { inviteeByUser, inviteeOf, type Meeting, MOST_INVITEES, newInvitee, type PersonToInvite } from '../meeting.ts';
import { ok, type Result, refuse } from '../result.ts';
import { type ChangeProblem, noted, unchangeable } from './changed.ts';

export type PeopleProblem =
  | ChangeProblem
  | TooManyGuests
  | { readonly kind: 'too-many-people'; readonly count: number; readonly most: number }
  /** Somebody has to be in charge: hand the meeting over first. */
  | { readonly kind: 'is-organizer' };

/** Invites more people. Who is there already stays as they are; who was taken off comes back under a new link. */
export function invitePeople(
  meeting: Meeting,
  people: readonly PersonToInvite[],
  now: DateTime,
): Result<Meeting, PeopleProblem> {
  const stopped = unchangeable(meeting);
  if (stopped) return stopped;
  const added = new Map<InviteeId, Invitee>();
  for (const person of people) {
    const invitee = newInvitee(meeting.id, person);
    if (inviteeOf(meeting, invitee.id)) continue;
    const before = meeting.former.find(({ id }) => id === invitee.id);
    added.set(invitee.id, { ...invitee, linkVersion: (before?.linkVersion ?? 0) + 1 });
  }
  if (added.size === 0) return ok(meeting);
  const invitees = [...meeting.invitees, ...added.values()];
  // The organizer is not counted.
  if (invitees.length - 1 > MOST_INVITEES)
    return refuse({ kind: 'too-many-people', count: invitees.length - 1, most: MOST_INVITEES });
  const former = meeting.former.filter(({ id }) => !added.has(id));
  const bringsGuests = [...added.values()].some(({ email }) => email !== null);
  const guests = checkGuests(bringsGuests ? [...invitees, ...former] : []);
  if (!guests.ok) return guests;
  return ok(noted(meeting, { invitees, former }, now));
}

/**
 * Takes somebody off: their link is dead in the same write, and they are told.
 *
 * @param via the group they go with, which may bring them back; nobody who was taken off by hand comes back with a group
 */
export function takeOff(
  meeting: Meeting,
  id: InviteeId,
  now: DateTime,
  via: string | null = null,
): Result<Meeting, PeopleProblem> {
  const stopped = unchangeable(meeting);
  if (stopped) return stopped;
  const invitee = inviteeOf(meeting, id);
  if (!invitee) return meeting.former.some((one) => one.id === id) ? ok(meeting) : refuse({ kind: 'unknown-person' });
  if (invitee.user === meeting.organizer) return refuse({ kind: 'is-organizer' });
  const invitees = meeting.invitees.filter((one) => one.id !== id);
  return ok(noted(meeting, { invitees, former: [...meeting.former, { ...invitee, via }] }, now));
}

export function changeRole(meeting: Meeting, id: InviteeId, role: Role, now: DateTime): Result<Meeting, PeopleProblem> {
  const stopped = unchangeable(meeting);
  if (stopped) return stopped;
  const invitee = inviteeOf(meeting, id);
  if (!invitee) return refuse({ kind: 'unknown-person' });
  if (invitee.user === meeting.organizer && role !== 'host') return refuse({ kind: 'is-organizer' });
  if (invitee.role === role) return ok(meeting);
  return ok(noted(meeting, { invitees: replaced(meeting, { ...invitee, role }) }, now));
}

/** Puts somebody else in charge, who hosts from then on; who was in charge stays a host. */
export function handOver(meeting: Meeting, user: SlackUserId, now: DateTime): Result<Meeting, PeopleProblem> {
  const stopped = unchangeable(meeting);
  if (stopped) return stopped;
  if (meeting.organizer === user) return ok(meeting);
  const invitee = inviteeByUser(meeting, user);
  if (!invitee) return refuse({ kind: 'unknown-person' });
  const invitees = replaced(meeting, { ...invitee, role: 'host' });
  return ok(noted(meeting, { organizer: user, takenOver: null, invitees }, now));
}

/** Makes every link that this person was given worthless; the new one has to be sent. */
export function replaceLink(meeting: Meeting, id: InviteeId, now: DateTime): Result<Meeting, PeopleProblem> {
  const stopped = unchangeable(meeting);
  if (stopped) return stopped;
  const invitee = inviteeOf(meeting, id);
  if (!invitee) return refuse({ kind: 'unknown-person' });
  const linkVersion = invitee.linkVersion + 1;
  return ok(noted(meeting, { invitees: replaced(meeting, { ...invitee, linkVersion }) }, now));
}

/**
 * Brings those whom a user group or a channel stands for into line with who is in it now. Who was taken off by hand stays
 * off; who had left the group comes back with it.
 */
export function followGroup(
  meeting: Meeting,
  group: string,
  members: readonly PersonToInvite[],
  now: DateTime,
): Result<Meeting, PeopleProblem> {
  const users = new Set(members.map(({ user }) => user));
  const gone = meeting.invitees.filter(
    ({ via, user }) => via === group && !users.has(user) && user !== meeting.organizer,
  );
  const left = gone.length === 0 ? meeting : without(meeting, gone, now);
  const takenOff = new Set(meeting.former.filter(({ via }) => via === null).map(({ user }) => user));
  return invitePeople(
    left,
    members.filter(({ user }) => !takenOff.has(user)).map((member) => ({ ...member, via: group })),
    now,
  );
}

function without(meeting: Meeting, gone: readonly Invitee[], now: DateTime): Meeting {
  const invitees = meeting.invitees.filter((one) => !gone.includes(one));
  return noted(meeting, { invitees, former: [...meeting.former, ...gone] }, now);
}

function replaced({ invitees }: Meeting, by: Invitee): Invitee[] {
  return invitees.map((one) => (one.id === by.id ? by : one));
}
