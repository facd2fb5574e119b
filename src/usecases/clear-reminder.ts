import { messageOfCause } from '../domain/spent.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { LookAtStanding } from './look-at-standing.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import { reminderRemoval } from './reminder-removal.ts';
import type { TakeOut } from './take-out.ts';
import { withoutParking } from './without-parking.ts';

/**
 * Takes a reminder out of the conversation that has nothing left to say. Where that cannot be done, nobody is told: who
 * cannot be reached is known from the invitation.
 */
export function makeClearReminder(deps: {
  readonly lookAtStanding: LookAtStanding;
  readonly messenger: Pick<Messenger, 'remove' | 'update'>;
  readonly takeOut: TakeOut;
}): PerformDelivery {
  const { lookAtStanding, messenger, takeOut } = deps;

  return async (delivery, stillMine) => {
    const look = await lookAtStanding(delivery);
    const reminder = look?.spentReminders.find(({ ts }) => ts === messageOfCause(delivery.cause));
    if (!look || !reminder) return { kind: 'dropped', reason: 'it is gone, or stands' };
    const outcome = await takeOut(look.seat, [reminderRemoval(messenger, look.meeting, reminder)], stillMine);
    return withoutParking(outcome);
  };
}
