import { DateTime } from 'luxon';
import { type CalendarDay, DAY_MS } from './calendar.ts';
import { offsetAtMidnight, zoneOf } from './zone-offsets.ts';

const MINUTE_MS = 60_000;

/** Instants in milliseconds since the epoch. */
export interface OnTheClock {
  readonly at: number;
  /** The wall clock skips this time, or shows it twice. */
  readonly change?: 'gap' | 'twice';
  /** The second of two, where the clock shows the time twice. */
  readonly second?: number;
}

/**
 * The instant at which a wall clock in a zone shows a time. A time in a gap moves forward by the gap, of a time shown
 * twice the first is taken (RFC 5545, 3.3.5). luxon's own choice of the two depends on the present.
 *
 * @param minutes since the midnight that begins the day; 1440 and more are on the days after
 */
export function onTheClock(day: CalendarDay, minutes: number, zone: string): OnTheClock {
  const wall = day * DAY_MS + minutes * MINUTE_MS;
  const instant = (offset: number) => wall - offset * MINUTE_MS;
  // Clocks change at most once between these two midnights, so the same offset at both is the offset between them.
  const before = offsetAtMidnight(zone, Math.floor(wall / DAY_MS) - 1);
  const after = offsetAtMidnight(zone, Math.floor(wall / DAY_MS) + 2);
  if (before === after) return { at: instant(before) };
  const place = zoneOf(zone);
  const shown = [before, after].filter((offset) => place.offset(instant(offset)) === offset);
  const [first, second] = shown.sort((a, b) => b - a).map(instant);
  if (first === undefined) return { at: instant(before), change: 'gap' };
  return second === undefined ? { at: first } : { at: first, change: 'twice', second };
}

export function inZone(ms: number, zone: string): DateTime {
  return DateTime.fromMillis(ms, { zone: zoneOf(zone) });
}
