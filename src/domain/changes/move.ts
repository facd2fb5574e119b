import type { DateTime, Duration } from 'luxon';
import type { Meeting } from '../meeting.ts';
import { occurrenceOf } from '../occurrence.ts';
import type { Recurrence } from '../recurrence.ts';
import { dayOf, weekdayOf } from '../recurrence-days.ts';
import { ok, type Result, refuse } from '../result.ts';
import { planSlot, type SlotProblem } from '../slot.ts';
import { type ChangeProblem, changed, unchangeable } from './changed.ts';

export type MoveProblem =
  | ChangeProblem
  | SlotProblem
  /** A series of several days a week cannot be moved to another day as a whole. */
  | { readonly kind: 'several-days' };

/** Moves a meeting, or a series with all that is to come of it. What was changed of single occurrences is forgotten. */
export function moveMeeting(
  meeting: Meeting,
  startsAt: DateTime,
  length: Duration,
  now: DateTime,
): Result<Meeting, MoveProblem> {
  const stopped = unchangeable(meeting);
  if (stopped) return stopped;
  const slot = planSlot(startsAt, length, now);
  if (!slot.ok) return slot;
  const { start, end } = slot.value;
  if (isSame(meeting, start, end)) return ok(meeting);
  const rule = meeting.series && ruleMovedTo(meeting.series.rule, meeting.startsAt, start);
  if (meeting.series && !rule) return refuse({ kind: 'several-days' });
  const series = rule && { rule, changes: [] };
  return ok(changed(meeting, { startsAt: start, endsAt: end, series }, now));
}

/** Moves one occurrence of a series; the others stay. */
export function moveOccurrence(
  meeting: Meeting,
  key: string,
  startsAt: DateTime,
  length: Duration,
  now: DateTime,
): Result<Meeting, MoveProblem> {
  const { series } = meeting;
  if (!series) return moveMeeting(meeting, startsAt, length, now);
  const stopped = unchangeable(meeting);
  if (stopped) return stopped;
  const occurrence = occurrenceOf(meeting, key);
  if (!occurrence) return refuse({ kind: 'unknown-occurrence' });
  if (occurrence.endsAt <= now) return refuse({ kind: 'over' });
  const slot = planSlot(startsAt, length, now);
  if (!slot.ok) return slot;
  const { start, end } = slot.value;
  if (!occurrence.isCancelled && isSame(occurrence, start, end)) return ok(meeting);
  const others = series.changes.filter((change) => change.key !== key);
  const changes = [...others, { key, kind: 'moved' as const, startsAt: start, endsAt: end }];
  return ok(changed(meeting, { series: { ...series, changes } }, now));
}

function isSame(one: { startsAt: DateTime; endsAt: DateTime }, start: DateTime, end: DateTime): boolean {
  return (
    one.startsAt.toMillis() === start.toMillis() &&
    one.endsAt.toMillis() === end.toMillis() &&
    one.startsAt.zoneName === start.zoneName
  );
}

/** The rule for another first day; null where it names several days and this is none of them. */
export function ruleMovedTo(rule: Recurrence, from: DateTime, to: DateTime): Recurrence | null {
  const [day, before] = [weekdayOf(dayOf(to)), weekdayOf(dayOf(from))];
  const { byday, bymonthday, ...rest } = rule;
  if (bymonthday) {
    if (bymonthday.length === 1) return { ...rest, bymonthday: [to.day] };
    return bymonthday.includes(to.day) ? rule : null;
  }
  if (!byday || byday.includes(day)) return rule;
  if (byday.length > 1) return null;
  const place = byday[0]?.slice(0, -2) ?? '';
  if (day === before || place === '') return { ...rest, byday: [`${place}${day}`] };
  return { ...rest, byday: [`${place.startsWith('-') ? -1 : Math.ceil(to.day / 7)}${day}`] };
}
