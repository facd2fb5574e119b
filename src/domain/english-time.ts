import { timeCustoms } from './time-customs.ts';

/** What the clocks and the calendar say at one place; any `DateTime` does. */
export interface WallTime {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  /** From 1, a Monday, to 7. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}

/**
 * How much of a day is written. The month is always a word, so that no date can be mistaken:
 * - `full`: `Wednesday, 11 February 2026` or `Wednesday, February 11, 2026`
 * - `usual`: `Wed, 11 February 2026` or `Wed, February 11, 2026`
 * - `short`: `Wed 11 Feb 2026` or `Wed, Feb 11, 2026`
 * - `near`, where the year is plain: `Wed 11 Feb` or `Wed, Feb 11`
 * - `date`: `11 February 2026` or `February 11, 2026`
 */
export type DayStyle = keyof typeof DAYS;

/**
 * A day. The sentences around it are English, and so are its words, whatever the reader's language; their locale says
 * whether the day or the month comes first. It is written by hand, since what Intl makes of a locale differs between the
 * versions of its data, and so that server and browser write the same.
 */
export function englishDay(at: WallTime, style: DayStyle, locale: string): string {
  const [dayFirst, monthFirst] = DAYS[style];
  return timeCustoms(locale).isMonthFirst ? monthFirst(at) : dayFirst(at);
}

/** `09:00` or `9:00 AM`, as the reader's locale has it. */
export function englishHour({ hour, minute }: Pick<WallTime, 'hour' | 'minute'>, locale: string): string {
  const minutes = String(minute).padStart(2, '0');
  if (!timeCustoms(locale).isTwelveHours) return `${String(hour).padStart(2, '0')}:${minutes}`;
  return `${hour % 12 || 12}:${minutes} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** `Wed`. */
export function englishWeekday(at: WallTime): string {
  return short(weekday(at));
}

type Write = (at: WallTime) => string;

const DAYS = {
  full: [
    (at) => `${weekday(at)}, ${at.day} ${month(at)} ${at.year}`,
    (at) => `${weekday(at)}, ${month(at)} ${at.day}, ${at.year}`,
  ],
  usual: [
    (at) => `${short(weekday(at))}, ${at.day} ${month(at)} ${at.year}`,
    (at) => `${short(weekday(at))}, ${month(at)} ${at.day}, ${at.year}`,
  ],
  short: [
    (at) => `${short(weekday(at))} ${at.day} ${short(month(at))} ${at.year}`,
    (at) => `${short(weekday(at))}, ${short(month(at))} ${at.day}, ${at.year}`,
  ],
  near: [
    (at) => `${short(weekday(at))} ${at.day} ${short(month(at))}`,
    (at) => `${short(weekday(at))}, ${short(month(at))} ${at.day}`,
  ],
  date: [(at) => `${at.day} ${month(at)} ${at.year}`, (at) => `${month(at)} ${at.day}, ${at.year}`],
} satisfies Readonly<Record<string, readonly [dayFirst: Write, monthFirst: Write]>>;

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function weekday(at: WallTime): string {
  return WEEKDAYS[at.weekday - 1] ?? '';
}

function month(at: WallTime): string {
  return MONTHS[at.month - 1] ?? '';
}

function short(name: string): string {
  return name.slice(0, 3);
}
