import { DateTime, type DurationLike } from 'luxon';
import type { Clock } from '../../src/ports/clock.ts';

/** A clock that stands still until the test moves it. */
export interface FakeClock extends Clock {
  set(at: DateTime): void;
  advance(by: DurationLike): void;
}

/** @param iso with an offset, such as `2026-03-02T09:00:00Z` */
export function fakeClock(iso: string): FakeClock {
  let now = DateTime.fromISO(iso, { zone: 'utc' });
  return {
    now: () => now,
    set: (at) => {
      now = at.toUTC();
    },
    advance: (by) => {
      now = now.plus(by);
    },
  };
}
