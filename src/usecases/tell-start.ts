import { type DoorRules, isSinceOpening } from '../domain/access.ts';
import { attendanceOf } from '../domain/attendance.ts';
import { isToldOfStart, type Reminded, STARTING_LASTS } from '../domain/reminders.ts';
import type { Clock } from '../ports/clock.ts';
import type { Sessions } from '../store/sessions.ts';
import type { BringReminder } from './bring-reminder.ts';
import type { LookAtReminded } from './look-at-reminded.ts';
import type { PerformDelivery } from './perform-delivery.ts';

/** Tells somebody who said yes, and is not in, that it starts now. */
export function makeTellStart(deps: {
  readonly sessions: Pick<Sessions, 'get'>;
  readonly lookAtReminded: LookAtReminded;
  readonly bringReminder: BringReminder;
  readonly rules: DoorRules;
  readonly clock: Clock;
}): PerformDelivery {
  const { sessions, lookAtReminded, bringReminder, rules, clock } = deps;

  return async (delivery, stillMine) => {
    const about = await lookAtReminded(delivery);
    if (!about) return { kind: 'dropped', reason: 'no longer wanted' };
    const { startsAt } = about.occurrence;
    if (String(startsAt.toMillis()) !== delivery.cause) return { kind: 'dropped', reason: 'outdated' };
    if (clock.now() >= startsAt.plus(STARTING_LASTS)) return { kind: 'dropped', reason: 'too late' };
    if (!isToldOfStart(about)) return { kind: 'dropped', reason: 'no longer wanted' };
    if (await isIn(about)) return { kind: 'dropped', reason: 'is in' };
    return bringReminder(about, delivery, stillMine);
  };

  /** Where the video service has not told of them, who was let in is in. */
  async function isIn({ meeting, occurrence, invitee, seats }: Reminded): Promise<boolean> {
    const session = await sessions.get(meeting.id, occurrence.key);
    const seen = attendanceOf(session, clock.now()).find(({ person }) => person === invitee.id);
    if (seen) return seen.isInSince !== null;
    const enteredAt = seats.find((seat) => seat.occurrence === occurrence.key)?.enteredAt ?? null;
    return isSinceOpening(enteredAt, occurrence, rules);
  }
}
