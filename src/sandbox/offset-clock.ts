import { DateTime } from 'luxon';
import type { Clock } from '../ports/clock.ts';

export interface OffsetClock extends Clock {
  /** Runs at its usual pace from there on. */
  moveTo(ms: number): void;
}

/** A clock that can be moved, which the app and all simulators share. */
export function makeOffsetClock(systemMs: () => number = Date.now): OffsetClock {
  let offsetMs = 0;
  return {
    now: () => DateTime.fromMillis(systemMs() + offsetMs, { zone: 'utc' }),
    moveTo: (ms) => {
      offsetMs = ms - systemMs();
    },
  };
}
