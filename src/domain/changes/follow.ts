import type { DateTime, Duration } from 'luxon';
import { type InviteeId, inviteeIdFor, type MeetingId, meetingIdFor } from '../ids.ts';
import type { Invitee } from '../invitee.ts';
import type { Meeting } from '../meeting.ts';
import { keyOf, lastEnd, occurrenceOf, occurrencesBetween } from '../occurrence.ts';
import type { Recurrence } from '../recurrence.ts';
import { ok, type Result, refuse } from '../result.ts';
import { planSlot } from '../slot.ts';
import { type MoveProblem, moveMeeting, ruleMovedTo } from './move.ts';

/** The id of the series that goes on in place of another one from this occurrence on: asked for twice, it is one. */
export function followingIdOf({ id, workspace }: Pick<Meeting, 'id' | 'workspace'>, key: string): MeetingId {
  return meetingIdFor(workspace, `${id}/${key}/following`);
}

/** The rest of a series from this occurrence on, at another time, as a meeting of its own with the same people. */
export function followingFrom(
  meeting: Meeting,
  key: string,
  startsAt: DateTime,
  length: Duration,
  now: DateTime,
): Result<Meeting, MoveProblem> {
  const occurrence = occurrenceOf(meeting, key);
  if (!meeting.series || !occurrence) return refuse({ kind: 'unknown-occurrence' });
  if (occurrence.endsAt <= now) return refuse({ kind: 'over' });
  const slot = planSlot(startsAt, length, now);
  if (!slot.ok) return slot;
  const rule = ruleMovedTo(ruleFrom(meeting, key), occurrence.plannedAt, slot.value.start);
  if (!rule) return refuse({ kind: 'several-days' });
  const id = followingIdOf(meeting, key);
  return ok({
    ...meeting,
    id,
    startsAt: slot.value.start,
    endsAt: slot.value.end,
    earlierStarts: [],
    series: { rule, changes: [] },
    invitees: meeting.invitees.map((invitee) => inAnother(id, invitee)),
    former: [],
    channels: meeting.channels.map(({ id: channel }) => ({ id: channel, seat: inviteeIdFor(id, channel) })),
    sequence: 0,
    changedBy: null,
    createdAt: now,
    changedAt: now,
    sendsAt: now,
  });
}

/**
 * Moves what is to come of a series as this occurrence is moved: by as many days, and to the same hour. Asked twice, it
 * is moved once.
 */
export function moveAllToCome(
  meeting: Meeting,
  key: string,
  startsAt: DateTime,
  length: Duration,
  now: DateTime,
): Result<Meeting, MoveProblem> {
  if (!meeting.series) return moveMeeting(meeting, startsAt, length, now);
  const occurrence = occurrenceOf(meeting, key);
  if (!occurrence) {
    return hasRunAt(meeting, startsAt, length) ? ok(meeting) : refuse({ kind: 'unknown-occurrence' });
  }
  const { series, endsAt } = meeting;
  const dayOf = (at: DateTime) => at.setZone(startsAt.zone).startOf('day');
  const days = Math.round(dayOf(startsAt).diff(dayOf(occurrence.plannedAt), 'days').days);
  const moved = (plannedAt: DateTime) => {
    const { hour, minute } = startsAt;
    return plannedAt.setZone(startsAt.zone).plus({ days }).set({ hour, minute, second: 0, millisecond: 0 });
  };
  const planned = { ...meeting, series: { ...series, changes: [] } };
  const from = occurrence.plannedAt < now ? occurrence.plannedAt : now;
  const ahead = occurrencesBetween(planned, from, occurrence.plannedAt);
  const begin = ahead.find(({ plannedAt }) => moved(plannedAt) >= now.startOf('minute')) ?? occurrence;
  const to = moved(begin.plannedAt);
  const isSame = to.equals(begin.plannedAt) && length.toMillis() === endsAt.diff(meeting.startsAt).toMillis();
  if (isSame && series.changes.length === 0) return ok(meeting);
  const rest = { ...begin, series: { ...series, rule: ruleFrom(meeting, begin.key) } };
  const { startsAt: start, endsAt: end, series: left } = rest;
  return moveMeeting({ ...meeting, startsAt: start, endsAt: end, series: left }, to, length, now);
}

/** Whether a series ended before a run that it would have had under this key. */
export function hasEndedBefore(meeting: Meeting, key: string): boolean {
  const end = lastEnd(meeting);
  if (!meeting.series || !end) return false;
  return keyOf(meeting, end.minus(meeting.endsAt.diff(meeting.startsAt))) < key;
}

/** The rule with as many times left as there are from this occurrence on. */
function ruleFrom(meeting: Meeting, key: string): Recurrence {
  const rule = meeting.series?.rule ?? { freq: 'DAILY' };
  const at = occurrenceOf(meeting, key)?.plannedAt;
  if (rule.count === undefined || !at) return rule;
  const planned = { ...meeting, series: { rule, changes: [] } };
  const before = occurrencesBetween(planned, meeting.startsAt, at).filter(({ plannedAt }) => plannedAt < at).length;
  return { ...rule, count: rule.count - before };
}

function hasRunAt(meeting: Meeting, startsAt: DateTime, length: Duration): boolean {
  return occurrencesBetween(meeting, startsAt, startsAt).some(
    (run) =>
      run.startsAt.toMillis() === startsAt.toMillis() && run.endsAt.diff(run.startsAt).toMillis() === length.toMillis(),
  );
}

/** The same person, with a place and a link in another meeting. */
function inAnother(meeting: MeetingId, invitee: Invitee): Invitee {
  const contact = invitee.user ?? invitee.email ?? '';
  const id: InviteeId = inviteeIdFor(meeting, contact);
  return { ...invitee, id, linkVersion: 1 };
}
