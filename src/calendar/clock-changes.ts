import type { Zone } from 'luxon';

/** A moment at which the clocks of a zone are set. */
export interface ClockChange {
  readonly at: number;
  /** Minutes east of UTC. */
  readonly before: number;
  readonly after: number;
}

const MINUTE = 60_000;
// No zone changes its clocks twice within a week.
const WEEK = 7 * 24 * 60 * MINUTE;

const found = new Map<string, readonly ClockChange[]>();

/** All changes of these years, the last included, by the time zone data that the hours people are shown come from. */
export function clockChanges(zone: Zone, firstYear: number, lastYear: number): readonly ClockChange[] {
  const key = `${zone.name} ${firstYear} ${lastYear}`;
  let changes = found.get(key);
  if (!changes) {
    changes = search(zone, Date.UTC(firstYear, 0, 1), Date.UTC(lastYear + 1, 0, 1));
    found.set(key, changes);
  }
  return changes;
}

function search(zone: Zone, from: number, to: number): ClockChange[] {
  const changes: ClockChange[] = [];
  for (let start = from; start < to; start += WEEK) {
    const end = Math.min(start + WEEK, to);
    const [before, after] = [zone.offset(start), zone.offset(end)];
    if (before !== after) changes.push({ at: firstMinute(zone, start, end, after), before, after });
  }
  return changes;
}

/** The first minute with this offset, where it is there at the end and not at the start. */
function firstMinute(zone: Zone, start: number, end: number, offset: number): number {
  let [low, high] = [start / MINUTE, end / MINUTE];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zone.offset(middle * MINUTE) === offset) high = middle;
    else low = middle;
  }
  return high * MINUTE;
}
