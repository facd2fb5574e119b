import { DateTime, FixedOffsetZone, IANAZone, type Zone } from 'luxon';
import type { CalendarDay } from './calendar.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export interface OnTheClock {
  readonly at: DateTime;
  /** The wall clock skips this time, or shows it twice. */
  readonly change?: 'gap' | 'twice';
  /** The second of two, where the clock shows the time twice. */
  readonly second?: DateTime;
}

/**
 * The instant at which a wall clock in a zone shows a time. A time in a gap moves forward by the gap, of a time shown
 * twice the first is taken (RFC 5545, 3.3.5). luxon's own choice of the two depends on the present.
 *
 * @param minutes since the midnight that begins the day; 1440 and more are on the days after
 */
export function onTheClock(day: CalendarDay, minutes: number, zone: string): OnTheClock {
  const place = zoneOf(zone);
  const wall = day.toMillis() + minutes * MINUTE_MS;
  const before = place.offset(wall - DAY_MS);
  const after = place.offset(wall + DAY_MS);
  const instants = [...new Set([before, after])]
    .filter((offset) => place.offset(wall - offset * MINUTE_MS) === offset)
    .map((offset) => wall - offset * MINUTE_MS)
    .sort((a, b) => a - b);
  const [first, second] = instants;
  const inZone = (ms: number) => DateTime.fromMillis(ms, { zone: place });
  if (first === undefined) return { at: inZone(wall - before * MINUTE_MS), change: 'gap' };
  return second === undefined ? { at: inZone(first) } : { at: inZone(first), change: 'twice', second: inZone(second) };
}

function zoneOf(name: string): Zone {
  return name.startsWith('UTC') ? FixedOffsetZone.parseSpecifier(name) : IANAZone.create(name);
}
