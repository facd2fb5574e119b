import type { DoorRules } from '../domain/access.ts';
import { cardOccurrence } from '../domain/answers.ts';
import { faceOf } from '../domain/card.ts';
import { showingOf } from '../domain/card-occurrence.ts';
import { type ChannelCard, channelCardOf } from '../domain/channel-card.ts';
import type { InviteeId, MeetingId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { roomFactsOf } from '../domain/room-facts.ts';
import { freshSeat, type Seat, type Shown, type Unreached } from '../domain/seat.ts';
import type { Clock } from '../ports/clock.ts';
import type { ChannelCardMessage } from '../ports/messenger.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Rooms } from '../store/rooms.ts';
import type { Seats } from '../store/seats.ts';
import type { Sessions } from '../store/sessions.ts';
import type { ReaderOf } from './reader-of.ts';

/** What a channel's card has to show now, read anew. */
export interface ChannelLook {
  readonly meeting: Meeting;
  readonly seat: Seat;
  /** Slack's channel id. */
  readonly channel: string;
  readonly card: ChannelCard;
  readonly face: string;
}

export interface ChannelCards {
  /** Also of a channel that was taken off and has a card. Null where there is nothing to show. */
  look(meeting: MeetingId, seat: InviteeId): Promise<ChannelLook | null>;
  /** In the meeting's zone, by the locale of its organizer. */
  messageOf(look: ChannelLook): Promise<ChannelCardMessage>;
  /** Notes what the card was made to show, and has the meeting planned anew where that is not so any more. */
  record(look: ChannelLook, shown: Omit<Shown, 'at'>, more?: Partial<Seat>): Promise<void>;
  /** Notes for the organizer that something did not get to the channel. */
  noteUnreached(look: ChannelLook, why: Pick<Unreached, 'what' | 'reason' | 'final'>): Promise<void>;
}

export function makeChannelCards(deps: {
  readonly meetings: Pick<Meetings, 'find' | 'replan'>;
  readonly seats: Pick<Seats, 'change' | 'ofMeeting'>;
  readonly rooms: Pick<Rooms, 'ofMeeting'>;
  readonly sessions: Pick<Sessions, 'ofMeeting'>;
  readonly readerOf: ReaderOf;
  readonly rules: DoorRules;
  readonly clock: Clock;
}): ChannelCards {
  const { meetings, seats, rooms, sessions, readerOf, rules, clock } = deps;

  const channelCards: ChannelCards = {
    async look(id, invitee) {
      const meeting = await meetings.find(id);
      if (meeting?.status !== 'scheduled' && meeting?.status !== 'cancelled') return null;
      const [known, begun, used] = await Promise.all([
        seats.ofMeeting(id),
        rooms.ofMeeting(id),
        sessions.ofMeeting(id),
      ]);
      const seat = known.find((one) => one.invitee === invitee && one.occurrence === cardOccurrence(meeting));
      const channel = meeting.channels.find((one) => one.seat === invitee)?.id ?? seat?.card?.channel;
      if (!channel) return null;
      const showing = showingOf(meeting, begun, clock.now(), rules);
      const room = roomFactsOf(meeting, showing.occurrence, used, known, rules);
      const card = channelCardOf({ meeting, ...showing, room }, invitee);
      const own = seat ?? freshSeat(id, cardOccurrence(meeting), invitee);
      return { meeting, seat: own, channel, card, face: faceOf(card) };
    },

    async messageOf({ meeting: { workspace, organizer, startsAt }, card }) {
      const { locale } = await readerOf(workspace, organizer);
      return { kind: 'channel-card', card, reader: { zone: startsAt.zoneName ?? 'UTC', locale } };
    },

    async record({ meeting: { id }, seat: { occurrence, invitee, unreached } }, shown, more = {}) {
      const at = clock.now();
      await seats.change(id, occurrence, invitee, () => ({ ...more, shown: { ...shown, at } }));
      const now = await channelCards.look(id, invitee);
      // The organizer's card says that nothing could be brought there.
      const isMended = unreached !== null && more.unreached === null;
      if (isMended || now?.face !== shown.face) await meetings.replan(id, at);
    },

    async noteUnreached({ meeting: { id }, seat: { occurrence, invitee } }, why) {
      const at = clock.now();
      await seats.change(id, occurrence, invitee, ({ unreached }) => ({
        unreached: unreached ?? { ...why, at, told: false },
      }));
      await meetings.replan(id, at);
    },
  };
  return channelCards;
}
