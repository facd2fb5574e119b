import type { DateTime, Duration } from 'luxon';
import { checkWording, type Meeting, type MeetingProblem } from '../meeting.ts';
import { occurrenceOf } from '../occurrence.ts';
import { ok, type Result, refuse } from '../result.ts';
import { type ChangeProblem, changed, noted, unchangeable } from './changed.ts';
import { type MoveProblem, moveOccurrence } from './move.ts';

export interface Wording {
  readonly title: string;
  readonly notes: string | null;
}

/** Changes the words. Calendars follow, and nobody has to answer anew. */
export function reword(
  meeting: Meeting,
  { title, notes }: Wording,
  now: DateTime,
): Result<Meeting, ChangeProblem | MeetingProblem> {
  const stopped = unchangeable(meeting);
  if (stopped) return stopped;
  const wording = checkWording(title, notes);
  if (!wording.ok) return wording;
  if (meeting.title === title && meeting.notes === notes) return ok(meeting);
  return ok(changed(meeting, { title, notes }, now));
}

/** Changes who may come in, and whether they wait for a host. */
export function changeAccess(
  meeting: Meeting,
  access: Meeting['access'],
  waitForHost: boolean | null,
  now: DateTime,
): Result<Meeting, ChangeProblem> {
  const stopped = unchangeable(meeting);
  if (stopped) return stopped;
  if (meeting.access === access && meeting.waitForHost === waitForHost) return ok(meeting);
  return ok(noted(meeting, { access, waitForHost }, now));
}

/** Makes an occurrence that is under way longer. */
export function extend(meeting: Meeting, key: string, by: Duration, now: DateTime): Result<Meeting, MoveProblem> {
  const stopped = unchangeable(meeting);
  if (stopped) return stopped;
  const occurrence = occurrenceOf(meeting, key);
  if (!occurrence || occurrence.isCancelled) return refuse({ kind: 'unknown-occurrence' });
  const { startsAt, endsAt } = occurrence;
  const length = endsAt.plus(by).diff(startsAt);
  // Its start stays, though it may be past.
  const start = startsAt < now ? startsAt : now;
  return meeting.series ? moveOccurrence(meeting, key, startsAt, length, start) : extended(meeting, length, start, now);
}

function extended(meeting: Meeting, length: Duration, start: DateTime, now: DateTime): Result<Meeting, MoveProblem> {
  const moved = moveOccurrence(meeting, 'once', meeting.startsAt, length, start);
  return moved.ok ? ok({ ...moved.value, changedAt: now }) : moved;
}
