import { DateTime } from 'luxon';
import { englishDay } from '../../domain/english-time.ts';
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
const WORKDAYS = 'MO,TU,WE,TH,FR';

/** How a meeting repeats: `every Monday and Thursday, until 20 December 2026`. */
export function ruleText(rule: Recurrence, locale: string): string {
  const { freq, interval = 1, byday, bymonthday, until, count } = rule;
  const days = byday ? listed(byday.map(dayText)) : '';
  const dates = bymonthday ? ` on day ${listed(bymonthday.map(String))}` : '';
  const end = until ? `, until ${englishDay(DateTime.fromISO(until, { zone: 'utc' }), 'date', locale)}` : '';
  const times = count ? `, ${count} times` : '';
  if (freq === 'WEEKLY' && interval === 1 && byday) {
    return `every ${byday.join() === WORKDAYS ? 'weekday' : days}${end}${times}`;
  }
  const unit = interval === 1 ? `every ${UNITS[freq]}` : `every ${interval} ${UNITS[freq]}s`;
  return `${unit}${days && ` on ${days}`}${dates}${end}${times}`;
}

/** `Monday`, or `the last Friday` of a month. */
function dayText(day: string): string {
  const [, place = '', name = ''] = /^(-?\d+)?([A-Z]{2})$/.exec(day) ?? [];
  const weekday = DAYS[name] ?? name;
  return place === '' ? weekday : `the ${PLACES[place] ?? `${place}th`} ${weekday}`;
}

function listed(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '');
}
