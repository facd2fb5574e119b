import type { Delivery } from '../domain/delivery.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { PostedMessage } from '../domain/seat.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Message, Messenger } from '../ports/messenger.ts';
import type { Meetings } from '../store/meetings.ts';
import { afterFault } from './after-fault.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import { postOnce } from './post-once.ts';

export interface Notice {
  readonly message: Message;
  /** Notes that the organizer knows it. */
  readonly told: (at: PostedMessage) => Promise<void>;
}

/** @param noticeOf what there is to tell as things stand now; null when it was told or is over */
export function tellingOrganizer(
  { meetings, messenger }: { readonly meetings: Meetings; readonly messenger: Messenger },
  noticeOf: (meeting: Meeting, delivery: Delivery) => Promise<Notice | null>,
): PerformDelivery {
  return async (delivery, stillMine) => {
    const meeting = await meetings.find(delivery.meeting);
    const notice = meeting && (await noticeOf(meeting, delivery));
    if (!meeting || !notice) return { kind: 'dropped', reason: 'nothing left to tell' };
    try {
      const { at } = await postOnce(messenger, delivery, meeting.organizer, notice.message, stillMine);
      await notice.told(at);
      return { kind: 'done' };
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      return afterFault(error);
    }
  };
}
