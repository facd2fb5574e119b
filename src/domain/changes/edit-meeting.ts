import type { DateTime, Duration } from 'luxon';
import { rememberStart } from '../earlier-starts.ts';
import { type InviteeId, inviteeIdFor } from '../ids.ts';
import type { Invitee } from '../invitee.ts';
import { type Meeting, type MeetingProblem, MOST_CHANNELS, type PersonToInvite } from '../meeting.ts';
import { ok, type Result, refuse } from '../result.ts';
import { noted, unchangeable } from './changed.ts';
import { changeAccess, reword } from './edit.ts';
import { type MoveProblem, moveMeeting } from './move.ts';
import { invitePeople, type PeopleProblem, takeOff } from './people.ts';

/** A meeting as somebody wants it to be. */
export interface Edit {
  readonly title: string;
  readonly notes: string | null;
  /** Null where neither start nor length was touched. */
  readonly time: { readonly startsAt: DateTime; readonly length: Duration } | null;
  readonly access: Meeting['access'];
  readonly waitForHost: boolean | null;
  /** All who are to be invited, the members of groups under their group; without the organizer. */
  readonly people: readonly PersonToInvite[];
  readonly groups: readonly string[];
  readonly channels: readonly string[];
}

export type EditProblem = MeetingProblem | MoveProblem | PeopleProblem;

type Change = (meeting: Meeting) => Result<Meeting, EditProblem>;

/** All of an edit, or nothing of it; for calendars it is one change. */
export function editMeeting(meeting: Meeting, edit: Edit, now: DateTime): Result<Meeting, EditProblem> {
  const { title, notes, time, access, waitForHost, people, groups, channels } = edit;
  const stopped = unchangeable(meeting);
  if (stopped) return stopped;
  const wanted = new Set(people.map(({ user, email }) => inviteeIdFor(meeting.id, user ?? email ?? '')));
  const changes: Change[] = [
    (one) => reword(one, { title, notes }, now),
    (one) => changeAccess(one, access, waitForHost, now),
    ...(time ? [(one: Meeting) => moveMeeting(one, time.startsAt, time.length, now)] : []),
    ...leaving(meeting, wanted).map(
      ({ id, via }) =>
        (one: Meeting) =>
          takeOff(one, id, now, via),
    ),
    (one) => invitePeople(one, people, now),
    (one) => changeChannels({ ...one, groups }, channels, now),
  ];
  let edited: Meeting = meeting;
  for (const change of changes) {
    const outcome = change(edited);
    if (!outcome.ok) return outcome;
    edited = outcome.value;
  }
  return ok({
    ...edited,
    earlierStarts: rememberStart(meeting, edited.startsAt),
    sequence: Math.min(edited.sequence, meeting.sequence + 1),
  });
}

/** Those who are not wanted any more. Who came by a channel did so by themselves, and stays. */
function leaving({ invitees, organizer, groups }: Meeting, wanted: ReadonlySet<InviteeId>): Invitee[] {
  const isAsked = (via: string | null) => via === null || groups.includes(via);
  return invitees.filter(({ id, user, via }) => user !== organizer && isAsked(via) && !wanted.has(id));
}

function changeChannels(meeting: Meeting, channels: readonly string[], now: DateTime): Result<Meeting, EditProblem> {
  if (channels.length > MOST_CHANNELS)
    return refuse({ kind: 'too-many-channels', count: channels.length, most: MOST_CHANNELS });
  const seats = channels.map((id) => ({ id, seat: inviteeIdFor(meeting.id, id) }));
  return ok(noted(meeting, { channels: seats }, now));
}
