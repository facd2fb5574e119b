import { DateTime, type Zone } from 'luxon';
import type { Recurrence } from '../domain/recurrence.ts';
import { dayOf, isOn } from '../domain/recurrence-days.ts';
import { clockTime } from './times.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const SIX_HOURS = 360 * MINUTE;

/** From Monday on. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const WEEKDAY = new RegExp(`^(-?[1-5])?(${WEEKDAYS.join('|')})$`);

/**
 * The value of RRULE. A last day becomes the last second of it in UTC (RFC 5545, 3.3.10): a last start would be lost
 * where a calendar reads it an hour off after a clock change.
 *
 * @throws RangeError for a rule that calendars would not read alike, as where `start` is not on one of its days
 */
export function ruleValue(rule: Recurrence, start: DateTime): string {
  const { freq, interval = 1, byday = [], until, count } = rule;
  const first = dayOf(start);
  const last = until === undefined ? null : lastSecondOf(until, start.zone);
  check(Number.isInteger(interval) && interval >= 1, 'The interval of a series counts from 1');
  check(count === undefined || (Number.isInteger(count) && count >= 1), 'A series has one occurrence or more');
  check(count === undefined || until === undefined, 'A series ends on a day or after a count, not both');
  check(byday.every((day) => WEEKDAY.test(day)) && isOn(rule, first, first), 'A series starts on one of its days');
  check(last === null || last >= start.toMillis(), 'A series ends after its start');
  return [
    `FREQ=${freq}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...dayParts(rule, start),
    ...(last === null ? [] : [`UNTIL=${clockTime(last, 0)}Z`]),
    ...(count === undefined ? [] : [`COUNT=${count}`]),
  ].join(';');
}

/** On which days. Those of a yearly rule are days of its month, where RRULE by itself would mean any. */
function dayParts({ freq, byday, bymonthday }: Recurrence, start: DateTime): string[] {
  const hasDates = bymonthday && !byday && (freq === 'MONTHLY' || freq === 'YEARLY');
  const days = [
    ...(byday ? [`BYDAY=${byday.join(',')}`] : []),
    ...(hasDates ? [`BYMONTHDAY=${bymonthday.join(',')}`] : []),
  ];
  return freq === 'YEARLY' && days.length > 0 ? [`BYMONTH=${start.month}`, ...days] : days;
}

/** In milliseconds, by the offset of its evening: where the clocks are set at midnight, of the first of two. */
function lastSecondOf(day: string, zone: Zone): number {
  const evening = DateTime.fromISO(`${day}T18:00`, { zone: 'utc' }).toMillis();
  const offset = zone.offset(evening - zone.offset(evening) * MINUTE);
  return evening - offset * MINUTE + SIX_HOURS - SECOND;
}

function check(isRight: boolean, what: string): void {
  if (!isRight) throw new RangeError(what);
}
