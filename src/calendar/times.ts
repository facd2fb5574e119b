import { type DateTime, FixedOffsetZone, type Zone } from 'luxon';

const MINUTE = 60_000;
const LONGEST_CHANGE = 180 * MINUTE;

/** `20260330T070000Z` (RFC 5545, 3.3.5). */
export function utcTime(at: DateTime): string {
  return `${clockTime(at.toMillis(), 0)}Z`;
}

/** `20260330T090000` on the clocks of its zone. */
export function localTime(at: DateTime): string {
  return clockTime(at.toMillis(), at.offset);
}

/**
 * The value of a time with its colon, and before it the zone.
 *
 * @param zone null for UTC
 */
export function timeValue(at: DateTime, zone: Zone | null): string {
  return zone ? `;TZID=${zone.name}:${localTime(at.setZone(zone))}` : `:${utcTime(at)}`;
}

/**
 * The same for what does not repeat. Of an hour that the clocks show twice a local time means the first (RFC 5545,
 * 3.3.5), so the second is written in UTC.
 */
export function exactTimeValue(at: DateTime, zone: Zone | null): string {
  return timeValue(at, zone && isSecond(at.setZone(zone)) ? null : zone);
}

/** The clocks of its zone have shown the same time before. */
function isSecond(at: DateTime): boolean {
  const before = at.zone.offset(at.toMillis() - LONGEST_CHANGE);
  const back = (before - at.offset) * MINUTE;
  return back > 0 && at.zone.offset(at.toMillis() - back) === before;
}

/** The zone in whose hours a series repeats; null for UTC, which needs no description. */
export function seriesZone(start: DateTime): Zone | null {
  return start.zone.equals(FixedOffsetZone.utcInstance) ? null : start.zone;
}

/**
 * `20260330T090000`
 *
 * @param offset of the clock, in minutes east of UTC
 */
export function clockTime(millis: number, offset: number): string {
  const iso = new Date(millis + offset * MINUTE).toISOString();
  return `${iso.slice(0, 4)}${iso.slice(5, 7)}${iso.slice(8, 13)}${iso.slice(14, 16)}${iso.slice(17, 19)}`;
}
