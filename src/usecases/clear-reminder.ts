import { spentMessage } from '../domain/plan/spent-reminders.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { LookAtReminders } from './look-at-reminders.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import { reminderRemoval } from './reminder-removal.ts';
import type { TakeOut } from './take-out.ts';

/**
 * Takes a reminder out of the conversation that has nothing left to say. Where that cannot be done, nobody is told: who
 * cannot be reached is known from the invitation.
 */
export function makeClearReminder(deps: {
  readonly lookAtReminders: LookAtReminders;
  readonly messenger: Pick<Messenger, 'remove' | 'update'>;
  readonly takeOut: TakeOut;
}): PerformDelivery {
  const { lookAtReminders, messenger, takeOut } = deps;

  return async (delivery, stillMine) => {
    const look = await lookAtReminders(delivery);
    const reminder = look?.spent.find(({ ts }) => ts === spentMessage(delivery.cause));
    if (!look || !reminder) return { kind: 'dropped', reason: 'it is gone, or stands' };
    const outcome = await takeOut(look.seat, [reminderRemoval(messenger, look.meeting, reminder)], stillMine);
    return outcome.kind === 'parked' ? { kind: 'dropped', reason: outcome.reason } : outcome;
  };
}
