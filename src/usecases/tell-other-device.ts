import { partyOf } from '../domain/invitee.ts';
import { readLinkName } from '../domain/link-name.ts';
import { inviteeOf, organizerOf } from '../domain/meeting.ts';
import { otherDeviceOf } from '../domain/plan/other-devices.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import { afterFault } from './after-fault.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import { postOnce } from './post-once.ts';
import type { ReaderOf } from './reader-of.ts';

/** Tells whoever has a link, or the organizer, that it was used on another device, unless it was replaced by now. */
export function makeTellOtherDevice(deps: {
  readonly meetings: Pick<Meetings, 'find'>;
  readonly seats: Pick<Seats, 'get'>;
  readonly messenger: Messenger;
  readonly readerOf: ReaderOf;
}): PerformDelivery {
  const { meetings, seats, messenger, readerOf } = deps;

  return async (delivery, stillMine) => {
    const meeting = await meetings.find(delivery.meeting);
    const link = readLinkName(delivery.cause);
    const owner = meeting && link && inviteeOf(meeting, link.invitee);
    const reader = meeting && delivery.invitee && inviteeOf(meeting, delivery.invitee);
    if (!owner || !reader?.user || meeting.status !== 'scheduled' || owner.linkVersion !== link.version) return OVER;
    const isOwn = reader.id === owner.id;
    if (!isOwn && reader.id !== organizerOf(meeting).id) return OVER;
    const other = otherDeviceOf(meeting, await seats.get(meeting.id, delivery.occurrence, owner.id));
    if (!other) return OVER;
    try {
      const message = {
        kind: 'other-device',
        meeting: meeting.id,
        link: delivery.cause,
        title: meeting.title,
        who: isOwn ? null : partyOf(owner),
        other,
        reader: await readerOf(meeting.workspace, reader.user),
      } as const;
      await postOnce(messenger, delivery, reader.user, message, stillMine);
      return { kind: 'done' };
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      return afterFault(error);
    }
  };
}

const OVER = { kind: 'dropped', reason: 'nothing left to tell' } as const;
