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
  const inZone = (offset: number) => DateTime.fromMillis(wall - offset * MINUTE_MS, { zone: place });
  // Clocks change at most once between these two midnights, so the same offset at both is the offset between them.
  const before = offsetAt(place, Math.floor(wall / DAY_MS) - 1);
  const after = offsetAt(place, Math.floor(wall / DAY_MS) + 2);
  if (before === after) return { at: inZone(before) };
  const shown = [before, after].filter((offset) => place.offset(wall - offset * MINUTE_MS) === offset);
  const [first, second] = shown.sort((a, b) => b - a);
  if (first === undefined) return { at: inZone(before), change: 'gap' };
  return second === undefined ? { at: inZone(first) } : { at: inZone(first), change: 'twice', second: inZone(second) };
}

/** The same in milliseconds since the epoch, for comparing. */
export function instantOnTheClock(day: CalendarDay, minutes: number, zone: string): number {
  const wall = day.toMillis() + minutes * MINUTE_MS;
  const place = zoneOf(zone);
  const before = offsetAt(place, Math.floor(wall / DAY_MS) - 1);
  const after = offsetAt(place, Math.floor(wall / DAY_MS) + 2);
  return before === after ? wall - before * MINUTE_MS : onTheClock(day, minutes, zone).at.toMillis();
}

const MOST_OFFSETS = 5000;
const offsets = new Map<string, number>();

/** A zone's offset in minutes at a midnight UTC, counted in days since the epoch. Asking the platform is slow. */
function offsetAt(zone: Zone, day: number): number {
  const key = `${zone.name} ${day}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = zone.offset(day * DAY_MS);
  if (offsets.size >= MOST_OFFSETS) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

function zoneOf(name: string): Zone {
  return name.startsWith('UTC') ? FixedOffsetZone.parseSpecifier(name) : IANAZone.create(name);
}
