import type { Duration } from 'luxon';
import { type PlanRules, planContext } from '../domain/plan/context.ts';
import { plan } from '../domain/plan/plan.ts';
import type { Clock } from '../ports/clock.ts';
import type { Agenda } from '../store/agenda.ts';
import type { Deliveries } from '../store/deliveries.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Rooms } from '../store/rooms.ts';
import type { Seats } from '../store/seats.ts';
import type { Sessions } from '../store/sessions.ts';
import type { ReminderMinutesOf } from './reminder-minutes-of.ts';

/** True when a meeting was planned and there may be another. */
export type PlanNextMeeting = () => Promise<boolean>;

/** Derives the deliveries of the meeting that is due for it; what was committed but never planned is simply due. */
export function makePlanNextMeeting(deps: {
  readonly meetings: Meetings;
  readonly seats: Seats;
  readonly rooms: Rooms;
  readonly sessions: Pick<Sessions, 'ofMeeting'>;
  readonly agenda: Pick<Agenda, 'follow' | 'removeOf'>;
  readonly deliveries: Deliveries;
  readonly reminderMinutesOf: ReminderMinutesOf;
  readonly clock: Clock;
  readonly lease: Duration;
  readonly rules: PlanRules;
}): PlanNextMeeting {
  const { meetings, seats, rooms, sessions, agenda, deliveries, reminderMinutesOf, clock, lease, rules } = deps;

  return async () => {
    const now = clock.now();
    const leaseEndsAt = now.plus(lease);
    const meeting = await meetings.takeDue(now, leaseEndsAt);
    if (!meeting) return false;
    const { id, workspace, invitees } = meeting;
    const [seatsTaken, begun, used, reminderMinutes] = await Promise.all([
      seats.ofMeeting(id),
      rooms.ofMeeting(id),
      sessions.ofMeeting(id),
      reminderMinutesOf(
        workspace,
        invitees.flatMap(({ user }) => user ?? []),
      ),
    ]);
    const known = { meeting, seats: seatsTaken, rooms: begun, sessions: used, reminderMinutes };
    const planned = plan(planContext({ ...known, now, rules }));
    await deliveries.enqueue(planned.deliveries, now);
    await agenda.follow(meeting);
    const isThere = await meetings.planned(meeting.id, leaseEndsAt, planned.nextAt);
    if (!isThere) {
      await deliveries.removeOf(meeting.id);
      await agenda.removeOf(meeting.id);
    }
    return true;
  };
}
