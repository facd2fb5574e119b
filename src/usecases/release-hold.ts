import type { Duration } from 'luxon';
import { roomToMake } from '../domain/room.ts';
import type { Clock } from '../ports/clock.ts';
import type { Deliveries } from '../store/deliveries.ts';
import type { Hold } from '../store/hold.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Rooms } from '../store/rooms.ts';
import type { PlanNextMeeting } from './plan-due-meetings.ts';

export type Release =
  | { readonly kind: 'released' /** What will be looked up before it is sent. */; readonly doubtful: number }
  | { readonly kind: 'not-held' }
  | { readonly kind: 'incomplete' };

export type ReleaseHold = () => Promise<Release>;

/**
 * Lets a restored store send again. What it does not know to be done may have been done after the backup was taken, so
 * all of that is planned and put in doubt first: then it is looked up before it is repeated.
 */
export function makeReleaseHold(deps: {
  readonly hold: Hold;
  readonly meetings: Pick<Meetings, 'nextDueAt'>;
  readonly deliveries: Pick<Deliveries, 'doubtUnsettled'>;
  readonly rooms: Pick<Rooms, 'begin'>;
  readonly planNextMeeting: PlanNextMeeting;
  readonly lease: Duration;
  readonly clock: Clock;
  readonly pause: () => Promise<void>;
}): ReleaseHold {
  const { hold, meetings, deliveries, rooms, planNextMeeting, lease, clock, pause } = deps;

  return async () => {
    const held = await hold.get();
    if (!held) return { kind: 'not-held' };
    if (held.why !== 'restored') return { kind: 'incomplete' };
    await planAll();
    const doubtful = await deliveries.doubtUnsettled(held.since);
    for (const { kind, meeting, occurrence } of doubtful) {
      // A room that is noted as begun is looked for at the video service before one is made.
      if (kind === 'room') await rooms.begin(roomToMake(meeting, occurrence));
    }
    await hold.end();
    return { kind: 'released', doubtful: doubtful.length };
  };

  /** Ends when the serving process, if there is one, has none under way either. */
  async function planAll(): Promise<void> {
    for (;;) {
      while (await planNextMeeting()) {
        // Each one plans the next.
      }
      const dueAt = await meetings.nextDueAt();
      if (!dueAt || dueAt > clock.now().plus(lease)) return;
      await pause();
    }
  }
}
