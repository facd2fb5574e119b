import { type DateTime, FixedOffsetZone, type Zone } from 'luxon';

const MINUTE = 60_000;
const LONGEST_CHANGE = 180 * MINUTE;

/** `20260330T070000Z` (RFC 5545, 3.3.5). */
export function utcTime(at: DateTime): string {
  return `${clockTime(at.toMillis(), 0)}Z`;
}

/** `20260330T090000` on the clocks of a zone. */
export function localTime(at: DateTime, zone: Zone): string {
  return clockTime(at.toMillis(), zone.offset(at.toMillis()));
}

/**
 * The value of a time with its colon, and before it the zone. Of an hour that a clock change repeats a local time means
 * the first (RFC 5545, 3.3.5), so the second is written in UTC.
 *
 * @param zone null for UTC
 */
export function timeValue(at: DateTime, zone: Zone | null): string {
  if (!zone) return `:${utcTime(at)}`;
  return isSecond(at.toMillis(), zone) ? `:${utcTime(at)}` : `;TZID=${zone.name}:${localTime(at, zone)}`;
}

/** The clocks of the zone have shown the same time before. */
function isSecond(millis: number, zone: Zone): boolean {
  const before = zone.offset(millis - LONGEST_CHANGE);
  const back = (before - zone.offset(millis)) * MINUTE;
  return back > 0 && zone.offset(millis - back) === before;
}

/** The zone in whose hours a series repeats; null for UTC, which needs no description. */
export function seriesZone(start: DateTime): Zone | null {
  return start.zone.equals(FixedOffsetZone.utcInstance) ? null : start.zone;
}

/** @param offset of the clock, in minutes east of UTC */
export function clockTime(millis: number, offset: number): string {
  const [date = '', time = ''] = new Date(millis + offset * MINUTE).toISOString().split('T');
  return `${date.replaceAll('-', '')}T${time.slice(0, 8).replaceAll(':', '')}`;
}
