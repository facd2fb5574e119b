import type { Duration } from 'luxon';
import { ONLY_OCCURRENCE } from '../domain/meeting.ts';
import { plan } from '../domain/plan.ts';
import type { Clock } from '../ports/clock.ts';
import type { Deliveries } from '../store/deliveries.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Rooms } from '../store/rooms.ts';
import type { Seats } from '../store/seats.ts';

/** True when a meeting was planned and there may be another. */
export type PlanNextMeeting = () => Promise<boolean>;

/** Derives the deliveries of the meeting that is due for it; what was committed but never planned is simply due. */
export function makePlanNextMeeting(deps: {
  readonly meetings: Meetings;
  readonly seats: Seats;
  readonly rooms: Rooms;
  readonly deliveries: Deliveries;
  readonly clock: Clock;
  readonly lease: Duration;
  readonly returnFor: Duration;
}): PlanNextMeeting {
  const { meetings, seats, rooms, deliveries, clock, lease, returnFor } = deps;

  return async () => {
    const now = clock.now();
    const leaseEndsAt = now.plus(lease);
    const meeting = await meetings.takeDue(now, leaseEndsAt);
    if (!meeting) return false;
    const [seatsTaken, room] = await Promise.all([seats.ofMeeting(meeting.id), rooms.get(meeting.id, ONLY_OCCURRENCE)]);
    await deliveries.enqueue(plan(meeting, seatsTaken, room, returnFor), now);
    const isThere = await meetings.planned(meeting.id, leaseEndsAt);
    if (!isThere) await deliveries.removeOf(meeting.id);
    return true;
  };
}
