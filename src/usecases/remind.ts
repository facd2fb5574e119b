import { reminderCause } from '../domain/plan/reminders.ts';
import { remindersOf } from '../domain/reminders.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import type { BringReminder } from './bring-reminder.ts';
import type { LookAtReminded } from './look-at-reminded.ts';
import type { PerformDelivery } from './perform-delivery.ts';

/** Reminds somebody before the start, if they are to be reminded at this moment as things stand now. */
export function makeRemind(deps: {
  readonly meetings: Pick<Meetings, 'replan'>;
  readonly lookAtReminded: LookAtReminded;
  readonly bringReminder: BringReminder;
  readonly clock: Clock;
}): PerformDelivery {
  const { meetings, lookAtReminded, bringReminder, clock } = deps;

  return async (delivery, stillMine) => {
    const about = await lookAtReminded(delivery);
    if (!about) return { kind: 'dropped', reason: 'no longer wanted' };
    if (clock.now() >= about.occurrence.startsAt) return { kind: 'dropped', reason: 'it has begun' };
    const wanted = remindersOf(about);
    if (wanted.some((at) => reminderCause(at) === delivery.cause)) return bringReminder(about, delivery, stillMine);
    // Who chose another time before the start may have no row for it yet.
    if (wanted.length > 0) await meetings.replan(about.meeting.id, clock.now());
    return { kind: 'dropped', reason: 'outdated' };
  };
}
