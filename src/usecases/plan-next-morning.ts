import type { Duration } from 'luxon';
import { morningOf } from '../domain/morning.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { Deliveries } from '../store/deliveries.ts';
import type { Mornings, StoredMorning } from '../store/mornings.ts';
import type { Settings } from '../store/settings.ts';

/** True when somebody's morning was looked at and there may be another. */
export type PlanNextMorning = () => Promise<boolean>;

const ASK_AGAIN = { minutes: 5 };
/** So that changing the hour back and forth is forgotten only when it cannot send a second one. */
const FORGET_AFTER = { days: 2 };

/** Asks for the agenda of somebody whose morning it is, once for each date. */
export function makePlanNextMorning(deps: {
  readonly mornings: Pick<Mornings, 'takeDue' | 'settle' | 'remove'>;
  readonly settings: Pick<Settings, 'get'>;
  readonly directory: Pick<Directory, 'person'>;
  readonly deliveries: Pick<Deliveries, 'enqueue' | 'forgetSettled'>;
  readonly clock: Clock;
  readonly lease: Duration;
}): PlanNextMorning {
  const { mornings, settings, directory, deliveries, clock, lease } = deps;

  return async () => {
    const now = clock.now();
    const taken = await mornings.takeDue(now, now.plus(lease));
    if (!taken) return false;
    try {
      await plan(taken);
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      await mornings.settle(taken, taken.lastDay, now.plus(ASK_AGAIN));
    }
    return true;
  };

  async function plan(taken: StoredMorning): Promise<void> {
    const { id, workspace, user, lastDay } = taken;
    const now = clock.now();
    const { agendaHour = null, zone = null } = await settings.get(workspace, user);
    if (agendaHour === null) {
      const isForgotten = lastDay === null || lastDay < now.minus(FORGET_AFTER).toUTC().toISODate();
      return isForgotten ? mornings.remove(workspace, user) : mornings.settle(taken, lastDay, now.plus(FORGET_AFTER));
    }
    const person = await directory.person(workspace, user);
    if (person?.kind !== 'person') return mornings.remove(workspace, user);
    const { day, nextAt } = morningOf(now, zone ?? person.zone ?? 'UTC', agendaHour, lastDay);
    if (day) {
      await deliveries.forgetSettled(id);
      const common = { workspace, meeting: id, invitee: null, kind: 'agenda' as const, cause: 'morning' };
      await deliveries.enqueue([{ ...common, occurrence: day, dueAt: now }], now);
    }
    await mornings.settle(taken, day ?? lastDay, nextAt);
  }
}
