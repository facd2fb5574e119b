import { DateTime } from 'luxon';
import type { Meeting } from './meeting.ts';
import { dayOf, isOn, partsOf } from './recurrence-days.ts';

/** One run of a meeting; a meeting that does not repeat has one. */
export interface Occurrence {
  /** The same for ever, also when it is moved: `once`, or the start as the series has it, as `20260302T080000Z`. */
  readonly key: string;
  /** As the series has it. */
  readonly plannedAt: DateTime;
  readonly startsAt: DateTime;
  readonly endsAt: DateTime;
  readonly isCancelled: boolean;
}

/** The key of the only run of a meeting that does not repeat. */
export const ONLY_OCCURRENCE = 'once';

type Timed = Pick<Meeting, 'startsAt' | 'endsAt' | 'series' | 'status'>;

/** Those that overlap a span of time, cancelled ones too, in the order of their starts. */
export function occurrencesBetween(meeting: Timed, from: DateTime, to: DateTime): Occurrence[] {
  if (!meeting.series) {
    const isIn = meeting.startsAt <= to && meeting.endsAt > from;
    return isIn ? [firstOccurrence(meeting)] : [];
  }
  const found: Occurrence[] = [];
  // What was moved may come from, or go to, anywhere; so it is looked at by itself.
  const changed = new Set(meeting.series.changes.map(({ key }) => key));
  const length = lengthOf(meeting);
  for (const plannedAt of plannedStarts(meeting, from.minus(length))) {
    if (plannedAt > to) break;
    const key = keyOf(meeting, plannedAt);
    if (!changed.has(key)) found.push(asPlanned(meeting, key, plannedAt));
  }
  for (const key of changed) {
    const one = occurrenceOf(meeting, key);
    if (one) found.push(one);
  }
  return found
    .filter(({ startsAt, endsAt }) => startsAt <= to && endsAt > from)
    .sort((one, other) => one.startsAt.toMillis() - other.startsAt.toMillis());
}

/** As the meeting has it, whatever became of it in a series; the only one of a meeting that does not repeat. */
export function firstOccurrence(meeting: Timed): Occurrence {
  return asPlanned(meeting, keyOf(meeting, meeting.startsAt), meeting.startsAt);
}

/** Null for a key that the series does not have, such as one from before the series was moved. */
export function occurrenceOf(meeting: Timed, key: string): Occurrence | null {
  const { series } = meeting;
  if (!series) return key === ONLY_OCCURRENCE ? asPlanned(meeting, key, meeting.startsAt) : null;
  const at = instantOf(key);
  const [plannedAt] = at ? plannedStarts(meeting, at) : [];
  if (!plannedAt || keyOf(meeting, plannedAt) !== key) return null;
  const change = series.changes.find((one) => one.key === key);
  const one = asPlanned(meeting, key, plannedAt);
  if (!change) return one;
  return change.kind === 'cancelled'
    ? { ...one, isCancelled: true }
    : { ...one, startsAt: change.startsAt, endsAt: change.endsAt };
}

/** The first that is not over and not cancelled; null when there is none any more. */
export function nextOccurrence(meeting: Timed, now: DateTime): Occurrence | null {
  return upcoming(meeting, now, 1)[0] ?? null;
}

/** The next so many that are neither over nor cancelled. */
export function upcoming(meeting: Timed, now: DateTime, count: number): Occurrence[] {
  if (!meeting.series) return occurrencesBetween(meeting, now, meeting.endsAt).filter(isHeld);
  for (const days of [40, 400, 2 * FARTHEST_DAYS]) {
    const found = occurrencesBetween(meeting, now, now.plus({ days })).filter(isHeld);
    if (found.length >= count || days > FARTHEST_DAYS) return found.slice(0, count);
  }
  return [];
}

/** When the last run ends; null for a series without an end. */
export function lastEnd(meeting: Timed): DateTime | null {
  const { series } = meeting;
  if (!series) return meeting.endsAt;
  const { rule, changes } = series;
  if (rule.until === undefined && rule.count === undefined) return null;
  const length = lengthOf(meeting);
  let last = meeting.endsAt;
  for (const start of plannedStarts(meeting, meeting.startsAt)) last = start.plus(length);
  for (const change of changes) if (change.kind === 'moved') last = DateTime.max(last, change.endsAt);
  return last;
}

/** The first moment from `startsAt` on, at its hour, that a rule has. */
export function firstStart(rule: NonNullable<Meeting['series']>['rule'], startsAt: DateTime): DateTime {
  const day = dayOf(startsAt);
  for (let ahead = 0; ahead < FARTHEST_DAYS; ahead += 1) {
    // Asked of a rule that begins that very day, so that no interval leaves it out.
    if (isOn(rule, day + ahead, day + ahead)) return atWallClock(startsAt, partsOf(day + ahead));
  }
  return startsAt;
}

export function keyOf({ series }: Pick<Meeting, 'series'>, plannedAt: DateTime): string {
  return series ? plannedAt.toUTC().toFormat(KEY_FORMAT) : ONLY_OCCURRENCE;
}

const KEY_FORMAT = "yyyyMMdd'T'HHmmss'Z'";

function instantOf(key: string): DateTime | null {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(key) ?? [];
  const [year, month, day, hour, minute, second] = parts.map(Number);
  if (year === undefined || month === undefined) return null;
  // One that is out of range becomes another moment, which has another key.
  return DateTime.fromMillis(Date.UTC(year, month - 1, day, hour, minute, second), { zone: 'utc' });
}

/** Yearly on 29 February comes every four years, or eight. */
const FARTHEST_DAYS = 366 * 9;

/** The starts as the series has them, from this moment on, in order; without end if the series has none. */
function* plannedStarts({ startsAt, series }: Timed, from: DateTime): Generator<DateTime> {
  if (!series) {
    if (startsAt >= from) yield startsAt;
    return;
  }
  const { rule } = series;
  const first = dayOf(startsAt);
  const until =
    rule.until === undefined ? Number.POSITIVE_INFINITY : dayOf(DateTime.fromISO(rule.until, { zone: 'utc' }));
  // Those before count, where there is a number of them.
  const begin = rule.count === undefined ? Math.max(first, dayOf(from.setZone(startsAt.zoneName ?? 'utc')) - 1) : first;
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  let last = begin;
  for (let day = begin; day <= until && left > 0 && day - last < FARTHEST_DAYS; day += 1) {
    if (!isOn(rule, first, day)) continue;
    left -= 1;
    last = day;
    const start = day === first ? startsAt : atWallClock(startsAt, partsOf(day));
    if (start >= from) yield start;
  }
}

/**
 * The same hour on another day: one that the clocks skip moves forward by the gap, and of one that comes twice it is the
 * first (RFC 5545, 3.3.5).
 */
function atWallClock(startsAt: DateTime, date: { year: number; month: number; day: number }): DateTime {
  const { hour, minute, second } = startsAt;
  const at = DateTime.fromObject({ ...date, hour, minute, second }, { zone: startsAt.zoneName ?? 'utc' });
  return DateTime.min(...at.getPossibleOffsets()) ?? at;
}

function asPlanned(meeting: Timed, key: string, plannedAt: DateTime): Occurrence {
  const endsAt = meeting.series ? plannedAt.plus(lengthOf(meeting)) : meeting.endsAt;
  return { key, plannedAt, startsAt: plannedAt, endsAt, isCancelled: meeting.status === 'cancelled' };
}

/** As time that passes: a meeting over a clock change takes as long as any. */
function lengthOf({ startsAt, endsAt }: Timed): number {
  return endsAt.toMillis() - startsAt.toMillis();
}

function isHeld({ isCancelled }: Occurrence): boolean {
  return !isCancelled;
}
