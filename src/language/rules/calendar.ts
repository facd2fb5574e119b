import type { DateTime } from 'luxon';
import { offsetOf } from './zone-offsets.ts';

/** A day of the calendar, counted from 1 January 1970, whatever zone it is meant in. */
export type CalendarDay = number;

export const DAY_MS = 86_400_000;

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export function calendarDay(year: number, month: number, day: number): CalendarDay {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

export function partsOf(date: CalendarDay): { year: number; month: number; day: number } {
  const utc = new Date(date * DAY_MS);
  return { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, day: utc.getUTCDate() };
}

/** ISO weekday, Monday 1. */
export function weekdayOf(date: CalendarDay): number {
  return ((((date + 3) % 7) + 7) % 7) + 1;
}

/** RFC 5545: `MO` to `SU`. */
export function weekdayCode(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? 'MO';
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The same day so many months on, or the last day of a month that is too short. */
export function monthsLater(date: CalendarDay, months: number): CalendarDay {
  const { year, month, day } = partsOf(date);
  const [thatYear, thatMonth] = [
    year + Math.floor((month - 1 + months) / 12),
    ((((month - 1 + months) % 12) + 12) % 12) + 1,
  ];
  return calendarDay(thatYear, thatMonth, Math.min(day, daysInMonth(thatYear, thatMonth)));
}

/** `2026-02-10`. */
export function isoDay(date: CalendarDay): string {
  return new Date(date * DAY_MS).toISOString().slice(0, 10);
}

/** The calendar day of an instant in a zone. */
export function dayOf(instant: DateTime, zone: string): CalendarDay {
  return Math.floor((instant.toMillis() + offsetOf(zone, instant.toMillis()) * 60_000) / DAY_MS);
}
