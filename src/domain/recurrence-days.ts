import type { Recurrence } from './recurrence.ts';

const DAY_MS = 86_400_000;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** A date of the calendar without a zone: days since 1 January 1970. */
export type CalendarDay = number;

export function dayOf(date: { readonly year: number; readonly month: number; readonly day: number }): CalendarDay {
  return Date.UTC(date.year, date.month - 1, date.day) / DAY_MS;
}

export function partsOf(day: CalendarDay): { year: number; month: number; day: number } {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `MO` to `SU`. */
export function weekdayOf(day: CalendarDay): string {
  return WEEKDAYS[new Date(day * DAY_MS).getUTCDay()] ?? '';
}

/**
 * Whether a rule that starts on `first` has this day in it, its end left aside. As in RFC 5545, 3.3.10: weeks begin on
 * Monday, and a month that lacks the day is passed over.
 */
export function isOn(rule: Recurrence, first: CalendarDay, day: CalendarDay): boolean {
  const { freq, interval = 1, byday, bymonthday } = rule;
  const [start, date] = [partsOf(first), partsOf(day)];
  const months = (date.year - start.year) * 12 + date.month - start.month;
  switch (freq) {
    case 'DAILY':
      return (day - first) % interval === 0 && (byday?.includes(weekdayOf(day)) ?? true);
    case 'WEEKLY':
      return (
        ((monday(day) - monday(first)) / 7) % interval === 0 && (byday ?? [weekdayOf(first)]).includes(weekdayOf(day))
      );
    case 'MONTHLY':
      return months % interval === 0 && isInMonth(rule, start.day, day);
    case 'YEARLY':
      return (
        (date.year - start.year) % interval === 0 &&
        date.month === start.month &&
        (byday || bymonthday ? isInMonth(rule, start.day, day) : date.day === start.day)
      );
  }
}

function isInMonth({ byday, bymonthday }: Recurrence, startDay: number, day: CalendarDay): boolean {
  const date = partsOf(day);
  const length = new Date(Date.UTC(date.year, date.month, 0)).getUTCDate();
  if (!byday) return (bymonthday ?? [startDay]).some((said) => said === date.day || said === date.day - length - 1);
  const code = weekdayOf(day);
  const fromStart = Math.ceil(date.day / 7);
  const fromEnd = -Math.ceil((length - date.day + 1) / 7);
  return [code, `${fromStart}${code}`, `${fromEnd}${code}`].some((said) => byday.includes(said));
}

function monday(day: CalendarDay): CalendarDay {
  return day - ((new Date(day * DAY_MS).getUTCDay() + 6) % 7);
}
