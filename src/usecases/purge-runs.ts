import type { Duration } from 'luxon';
import { oldRunsOf } from '../domain/retention.ts';
import type { Clock } from '../ports/clock.ts';
import type { Deliveries } from '../store/deliveries.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Rooms } from '../store/rooms.ts';
import type { Seats } from '../store/seats.ts';
import type { Sessions } from '../store/sessions.ts';
import type { PurgeNext } from './purge-expired.ts';

/** Each series is gone through this often. */
const EVERY = { days: 1 };

/**
 * Removes what is kept of the runs of one series that were kept long enough: a series without an end would keep its first
 * ones for ever. Deliveries go last, since what else is stored of a run may call for them again.
 */
export function makePurgeRuns(deps: {
  readonly meetings: Pick<Meetings, 'firstWithRunsFrom' | 'noteRunsKeptFrom'>;
  readonly seats: Pick<Seats, 'removeRuns'>;
  readonly rooms: Pick<Rooms, 'removeRuns'>;
  readonly sessions: Pick<Sessions, 'removeRuns'>;
  readonly deliveries: Pick<Deliveries, 'removeRuns'>;
  readonly clock: Clock;
  readonly keepFor: Duration;
}): PurgeNext {
  const { meetings, seats, rooms, sessions, deliveries, clock, keepFor } = deps;

  return async () => {
    const by = clock.now().minus(keepFor);
    const meeting = await meetings.firstWithRunsFrom(by.minus(EVERY));
    if (!meeting) return false;
    const runs = oldRunsOf(meeting, by);
    for (const kept of [seats, rooms, sessions, deliveries]) await kept.removeRuns(meeting.id, runs);
    await meetings.noteRunsKeptFrom(meeting.id, by);
    return true;
  };
}
