import { DateTime, type Zone } from 'luxon';
import type { CalendarRule } from './calendar-meeting.ts';
import { clockTime } from './times.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const SIX_HOURS = 360 * MINUTE;

/** From Monday on. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * The value of RRULE. A last day becomes the last second of it in UTC (RFC 5545, 3.3.10): a last start would be lost
 * where a calendar reads it an hour off after a clock change.
 *
 * @throws RangeError for a rule that calendars would not read alike, as where `start` is not on one of its days
 */
export function ruleValue(rule: CalendarRule, start: DateTime): string {
  const { freq, interval = 1, byday, bymonthday, until, count } = rule;
  check(Number.isInteger(interval) && interval >= 1, 'The interval of a series counts from 1');
  check(count === undefined || (Number.isInteger(count) && count >= 1), 'A series has one occurrence or more');
  check(count === undefined || until === undefined, 'A series ends on a day or after a count, not both');
  check(isOn(rule, start), 'A series starts on one of its days');
  const last = until === undefined ? null : lastSecondOf(until, start.zone);
  check(last === null || last >= start.toMillis(), 'A series ends after its start');
  return [
    `FREQ=${freq}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...(byday ? [`BYDAY=${byday.join(',')}`] : []),
    ...(bymonthday ? [`BYMONTHDAY=${bymonthday.join(',')}`] : []),
    ...(last === null ? [] : [`UNTIL=${clockTime(last, 0)}Z`]),
    ...(count === undefined ? [] : [`COUNT=${count}`]),
  ].join(';');
}

/** In milliseconds, by the offset of its evening: where the clocks are set at midnight, of the first of two. */
function lastSecondOf(day: string, zone: Zone): number {
  const evening = DateTime.fromISO(`${day}T18:00`, { zone: 'utc' }).toMillis();
  const offset = zone.offset(evening - zone.offset(evening) * MINUTE);
  return evening - offset * MINUTE + SIX_HOURS - SECOND;
}

function isOn({ freq, byday, bymonthday }: CalendarRule, day: DateTime): boolean {
  const last = day.daysInMonth ?? 31;
  if (bymonthday && !bymonthday.some((said) => said === day.day || said === day.day - last - 1)) return false;
  if (!byday) return true;
  const code = WEEKDAYS[day.weekday - 1] ?? '';
  const fromStart = `${Math.ceil(day.day / 7)}${code}`;
  const fromEnd = `-${Math.ceil((last - day.day + 1) / 7)}${code}`;
  const codes = freq === 'MONTHLY' ? [code, fromStart, fromEnd] : [code];
  return byday.every(isDay) && byday.some((said) => codes.includes(said));
}

function isDay(text: string): boolean {
  return /^(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/.test(text);
}

function check(isRight: boolean, what: string): void {
  if (!isRight) throw new RangeError(what);
}
