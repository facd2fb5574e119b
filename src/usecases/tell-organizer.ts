import type { Delivery } from '../domain/delivery.ts';
import { inviteeOf, type Meeting, organizerOf } from '../domain/meeting.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Message, Messenger } from '../ports/messenger.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Rooms } from '../store/rooms.ts';
import type { Seats } from '../store/seats.ts';
import { afterFault } from './after-fault.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import { postOnce } from './post-once.ts';

interface Deps {
  readonly meetings: Meetings;
  readonly seats: Seats;
  readonly rooms: Rooms;
  readonly messenger: Messenger;
}

/** Tells the organizer, in one message, about everybody who could not be reached and was not named before. */
export function makeTellUnreached(deps: Deps): PerformDelivery {
  const { seats } = deps;
  return tellingOrganizer(deps, async (meeting) => {
    const unreached = (await seats.ofMeeting(meeting.id)).flatMap((seat) => {
      const invitee = inviteeOf(meeting, seat.invitee);
      return invitee && seat.unreached && !seat.unreached.told
        ? [{ seat, user: invitee.user, unreached: seat.unreached }]
        : [];
    });
    if (unreached.length === 0) return null;
    return {
      message: {
        kind: 'unreached',
        title: meeting.title,
        people: unreached.map(({ user, unreached }) => ({ user, unreached })),
      },
      told: async () => {
        for (const { seat, unreached: named } of unreached) {
          await seats.change(seat.meeting, seat.occurrence, seat.invitee, ({ unreached }) => ({
            unreached: unreached?.at.equals(named.at) ? { ...unreached, told: true } : unreached,
          }));
        }
      },
    };
  });
}

/** Tells the organizer that the video service refuses to make the room, and with which reference to ask the operator. */
export function makeTellRoomTrouble(deps: Deps): PerformDelivery {
  const { rooms } = deps;
  return tellingOrganizer(deps, async (meeting, { occurrence }) => {
    const room = await rooms.get(meeting.id, occurrence);
    if (!room?.trouble) return null;
    return {
      message: { kind: 'room-trouble', title: meeting.title, reference: room.code },
      told: async () => {
        await rooms.change(meeting.id, occurrence, ({ trouble }) => ({
          trouble: trouble && { ...trouble, told: true },
        }));
      },
    };
  });
}

type Notice = { readonly message: Message; readonly told: () => Promise<void> } | null;

function tellingOrganizer(
  { meetings, messenger }: Deps,
  noticeOf: (meeting: Meeting, delivery: Delivery) => Promise<Notice>,
): PerformDelivery {
  return async (delivery, stillMine) => {
    const meeting = await meetings.find(delivery.meeting);
    const notice = meeting && (await noticeOf(meeting, delivery));
    if (!meeting || !notice) return { kind: 'dropped', reason: 'nothing left to tell' };
    try {
      await postOnce(messenger, delivery, organizerOf(meeting).user, notice.message, stillMine);
      await notice.told();
      return { kind: 'done' };
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      return afterFault(error);
    }
  };
}
