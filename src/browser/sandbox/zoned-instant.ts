import { localInputValue } from './zoned-text.ts';

/**
 * The instant, in milliseconds since 1970, that a clock in this zone shows as `local` (`2026-03-30T09:00`); null for
 * anything else. A time that the clocks skip is moved on by what they skip, one that comes twice is the first.
 */
export function instantOf(local: string, zone: string): number | null {
  const asIfUtc = Date.parse(`${local}:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) || Number.isNaN(asIfUtc)) return null;
  const offsets = [offsetAt(asIfUtc - 86_400_000, zone), offsetAt(asIfUtc + 86_400_000, zone)];
  const candidates = offsets.map((offset) => asIfUtc - offset);
  return candidates.find((ms) => localInputValue(ms, zone) === local) ?? candidates[0] ?? null;
}

function offsetAt(ms: number, zone: string): number {
  return Date.parse(`${localInputValue(ms, zone)}:00Z`) - Math.floor(ms / 60_000) * 60_000;
}
