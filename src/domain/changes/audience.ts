import type { DateTime } from 'luxon';
import { inviteeIdFor } from '../ids.ts';
import { type Meeting, MOST_CHANNELS, type PersonToInvite } from '../meeting.ts';
import { ok, type Result, refuse } from '../result.ts';
import { noted, unchangeable } from './changed.ts';
import { invitePeople, type PeopleProblem, takeOff } from './people.ts';

/** User groups and channels, by their ids. */
export interface Audience {
  readonly groups: readonly string[];
  readonly channels: readonly string[];
}

export type AudienceProblem =
  | PeopleProblem
  | { readonly kind: 'too-many-channels'; readonly count: number; readonly most: number };

/**
 * Invites people, groups and channels besides those who are there. Nobody who was taken off by hand comes back with a group.
 *
 * @param people members of the groups among them, under their group
 */
export function inviteAudience(
  meeting: Meeting,
  people: readonly PersonToInvite[],
  { groups, channels }: Audience,
  now: DateTime,
): Result<Meeting, AudienceProblem> {
  const takenOff = new Set(meeting.former.filter(({ via }) => via === null).map(({ user }) => user));
  const wanted = people.filter(({ user, via = null }) => via === null || !takenOff.has(user));
  const invited = invitePeople(meeting, wanted, now);
  if (!invited.ok) return invited;
  const added = channels.filter((id) => !meeting.channels.some((one) => one.id === id));
  const count = meeting.channels.length + added.length;
  if (added.length > 0 && count > MOST_CHANNELS)
    return refuse({ kind: 'too-many-channels', count, most: MOST_CHANNELS });
  const followed = [...new Set([...meeting.groups, ...groups])];
  if (added.length === 0 && followed.length === meeting.groups.length) return invited;
  const seats = added.map((id) => ({ id, seat: inviteeIdFor(meeting.id, id) }));
  return ok(noted(invited.value, { groups: followed, channels: [...meeting.channels, ...seats] }, now));
}

/** Takes off groups with those who came by them, and channels. What is not there stays so. */
export function dropAudience(
  meeting: Meeting,
  { groups, channels }: Audience,
  now: DateTime,
): Result<Meeting, AudienceProblem> {
  const stopped = unchangeable(meeting);
  if (stopped) return stopped;
  let left = meeting;
  for (const { id, user, via } of meeting.invitees) {
    if (via === null || !groups.includes(via) || user === meeting.organizer) continue;
    const outcome = takeOff(left, id, now, via);
    if (!outcome.ok) return outcome;
    left = outcome.value;
  }
  const without = {
    groups: left.groups.filter((group) => !groups.includes(group)),
    channels: left.channels.filter(({ id }) => !channels.includes(id)),
  };
  const isSame = without.groups.length === left.groups.length && without.channels.length === left.channels.length;
  return ok(isSame ? left : noted(left, without, now));
}
