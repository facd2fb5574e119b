import { DateTime } from 'luxon';
import type { Recurrence } from '../../domain/recurrence.ts';

const UNITS = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const;
const DAYS: Readonly<Record<string, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};
const PLACES: Readonly<Record<string, string>> = {
  '1': 'first',
  '2': 'second',
  '3': 'third',
  '4': 'fourth',
  '5': 'fifth',
  '-1': 'last',
};
const WEEKDAYS = 'MO,TU,WE,TH,FR';

/** `every other Friday`, `every weekday, 6 times`, `every month on the first Monday, until 20 December 2026`. */
export function ruleText(rule: Recurrence, startsAt: DateTime): string {
  const { until, count } = rule;
  return [
    turnText(rule, startsAt),
    ...(until ? [`until ${DateTime.fromISO(until, { zone: 'utc', locale: 'en-GB' }).toFormat('d LLLL yyyy')}`] : []),
    ...(count ? [count === 1 ? 'once' : `${count} times`] : []),
  ].join(', ');
}

function turnText({ freq, interval = 1, byday, bymonthday }: Recurrence, startsAt: DateTime): string {
  if (byday?.join() === WEEKDAYS && interval === 1) return 'every weekday';
  if (freq === 'WEEKLY') {
    const days = listed((byday ?? [codeOf(startsAt)]).map((code) => DAYS[code] ?? code));
    if (interval > 2) return `every ${interval} weeks on ${days}`;
    return interval === 2 ? `every other ${days}` : `every ${days}`;
  }
  const turn = interval === 1 ? `every ${UNITS[freq]}` : `every ${interval} ${UNITS[freq]}s`;
  if (byday) return `${turn} on ${listed(byday.map(placeText))}`;
  if (bymonthday) return `${turn} on ${listed(bymonthday.map(dayText))}`;
  if (freq === 'MONTHLY') return `${turn} on ${dayText(startsAt.day)}`;
  return freq === 'YEARLY' ? `${turn} on ${startsAt.setLocale('en-GB').toFormat('d LLLL')}` : turn;
}

/** `1MO`: the first Monday. */
function placeText(code: string): string {
  const [place, day] = [code.slice(0, -2), DAYS[code.slice(-2)] ?? code];
  return place === '' ? day : `the ${PLACES[place] ?? place} ${day}`;
}

function dayText(day: number): string {
  return day === -1 ? 'the last day' : `day ${day}`;
}

function codeOf(at: DateTime): string {
  return Object.keys(DAYS)[at.weekday - 1] ?? '';
}

function listed(parts: readonly string[]): string {
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '');
}
