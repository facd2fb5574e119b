import { FixedOffsetZone, IANAZone, type Zone } from 'luxon';

const DAY_MS = 86_400_000;
const MOST_KNOWN = 5000;
const known = new Map<string, number>();

/** A zone by its IANA name, or by a fixed offset such as `UTC+2`. */
export function zoneOf(name: string): Zone {
  return name.startsWith('UTC') ? FixedOffsetZone.parseSpecifier(name) : IANAZone.create(name);
}

/** A zone's offset at an instant, in minutes. */
export function offsetOf(zone: string, ms: number): number {
  const day = Math.floor(ms / DAY_MS);
  const start = offsetAtMidnight(zone, day);
  return start === offsetAtMidnight(zone, day + 1) ? start : zoneOf(zone).offset(ms);
}

/** A zone's offset in minutes at a midnight UTC, counted in days since 1970. Kept, since asking the platform is slow. */
export function offsetAtMidnight(zone: string, day: number): number {
  const key = `${zone} ${day}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const offset = zoneOf(zone).offset(day * DAY_MS);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, offset);
  return offset;
}
