import { DateTime } from 'luxon';

/** A calendar day: midnight UTC of it, whatever zone it is meant in. */
export type CalendarDay = DateTime;

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The calendar day of an instant in a zone. */
export function dayOf(instant: DateTime, zone: string): CalendarDay {
  const { year, month, day } = instant.setZone(zone);
  return DateTime.utc(year, month, day);
}
