import type { Delivery, Outcome } from '../domain/delivery.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import { afterFault } from './after-fault.ts';
import type { StillMine } from './hold-claim.ts';
import { personOf } from './look-at-card.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import { findLost } from './post-once.ts';
import { reminderRemoval } from './reminder-removal.ts';

/**
 * The same performer of reminders, which also removes one that an earlier attempt brought unseen and that is not wanted
 * any more: the seat does not know of it, so nothing else would ever take it out.
 */
export function clearingUnseen(
  perform: PerformDelivery,
  deps: {
    readonly meetings: Pick<Meetings, 'find'>;
    readonly seats: Pick<Seats, 'get'>;
    readonly messenger: Messenger;
  },
): PerformDelivery {
  const { meetings, seats, messenger } = deps;

  return async (delivery, stillMine) => {
    const outcome = await perform(delivery, stillMine);
    if (outcome.kind !== 'dropped' || !delivery.isAmbiguous) return outcome;
    try {
      await clear(delivery, stillMine);
      return outcome;
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      const after: Outcome = afterFault(error);
      return after.kind === 'again' ? after : outcome;
    }
  };

  async function clear(delivery: Delivery, stillMine: StillMine): Promise<void> {
    const { meeting: id, invitee, occurrence } = delivery;
    const meeting = await meetings.find(id);
    const user = meeting && invitee && personOf(meeting, invitee)?.user;
    if (!meeting || !invitee || !user) return;
    await stillMine();
    const { channel } = await messenger.openConversation(meeting.workspace, user);
    const found = await findLost(messenger, delivery, channel);
    const { reminders } = await seats.get(id, occurrence, invitee);
    if (!found || reminders.some(({ ts }) => ts === found.ts)) return;
    await stillMine();
    await reminderRemoval(messenger, meeting, found).remove();
  }
}
