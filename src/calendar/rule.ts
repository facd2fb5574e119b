import { DateTime } from 'luxon';
import type { CalendarRule } from './calendar-meeting.ts';
import { utcTime } from './times.ts';

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
  const lastSecond = until === undefined ? null : DateTime.fromISO(`${until}T23:59:59`, { zone: start.zone });
  check(!lastSecond || lastSecond >= start, 'A series ends after its start');
  return [
    `FREQ=${freq}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...(byday ? [`BYDAY=${byday.join(',')}`] : []),
    ...(bymonthday ? [`BYMONTHDAY=${bymonthday.join(',')}`] : []),
    ...(lastSecond ? [`UNTIL=${utcTime(lastSecond)}`] : []),
    ...(count === undefined ? [] : [`COUNT=${count}`]),
  ].join(';');
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
