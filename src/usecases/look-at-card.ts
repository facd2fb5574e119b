import type { DoorRules } from '../domain/access.ts';
import { cardOccurrence } from '../domain/answers.ts';
import { type Card, cardOf, faceOf } from '../domain/card.ts';
import { canBeJoined, canBeShared, showingOf } from '../domain/card-occurrence.ts';
import type { InviteeId, MeetingId } from '../domain/ids.ts';
import type { Invitee } from '../domain/invitee.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import { inviteeOf, type Meeting } from '../domain/meeting.ts';
import type { RecordingLinks } from '../domain/recording-link.ts';
import { roomFactsOf } from '../domain/room-facts.ts';
import type { Seat } from '../domain/seat.ts';
import type { Clock } from '../ports/clock.ts';
import type { Person } from '../ports/directory.ts';
import type { CardMessage, TimeReader } from '../ports/messenger.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Rooms } from '../store/rooms.ts';
import type { Seats } from '../store/seats.ts';
import type { Sessions } from '../store/sessions.ts';

/** What a person's card has to show now, read anew. */
export interface CardLook {
  readonly meeting: Meeting;
  /** Also somebody who was taken off. */
  readonly invitee: Invitee;
  readonly seat: Seat;
  readonly card: Card;
  readonly face: string;
}

export interface Cards {
  /** Null where there is no card: the meeting is gone or was taken back, or the person was never invited. */
  look(meeting: MeetingId, invitee: InviteeId): Promise<CardLook | null>;
  messageOf(look: CardLook, person: Person | null): CardMessage;
  /** Has the meeting planned anew where the card shows by now what is not so any more. */
  follow(meeting: MeetingId, invitee: InviteeId, shown: string): Promise<void>;
}

export function makeCards(deps: {
  readonly meetings: Pick<Meetings, 'find' | 'replan'>;
  readonly seats: Pick<Seats, 'get' | 'ofMeeting'>;
  readonly rooms: Pick<Rooms, 'ofMeeting'>;
  readonly sessions: Pick<Sessions, 'ofMeeting'>;
  readonly links: JoinLinks;
  readonly recordingLinks: RecordingLinks;
  readonly rules: DoorRules;
  readonly clock: Clock;
}): Cards {
  const { meetings, seats, rooms, sessions, links, recordingLinks, rules, clock } = deps;

  const cards: Cards = {
    async look(id, invitee) {
      const meeting = await meetings.find(id);
      const reader = meeting && personOf(meeting, invitee);
      if (!meeting || !reader || (meeting.status !== 'scheduled' && meeting.status !== 'cancelled')) return null;
      const showing = showingOf(meeting, await rooms.ofMeeting(id), clock.now(), rules);
      const whole = cardOccurrence(meeting);
      const keys = [...new Set([whole, showing.occurrence.key])];
      const isOrganizer = reader.user === meeting.organizer;
      // Only the organizer's card is about everybody.
      const known = isOrganizer
        ? await seats.ofMeeting(id)
        : await Promise.all(keys.map((key) => seats.get(id, key, invitee)));
      const seat = isOrganizer ? await seats.get(id, whole, invitee) : known[0];
      const used = isOrganizer ? await sessions.ofMeeting(id) : [];
      const room = roomFactsOf(meeting, showing.occurrence, used, known, rules);
      const card = cardOf({ meeting, ...showing, seats: known, room }, reader);
      return seat ? { meeting, invitee: reader, seat, card, face: faceOf(card) } : null;
    },

    messageOf({ meeting, invitee, card }, person) {
      const joinUrl = canBeJoined(card) ? links.urlFor(meeting, invitee) : null;
      const publicUrl = canBeShared(card) ? links.publicUrlFor(meeting) : null;
      const recordingUrls = card.recordings.map(({ mark }) => recordingLinks.urlFor({ meeting: meeting.id, mark }));
      return { kind: 'card', card, reader: readerOf(person, meeting), joinUrl, publicUrl, recordingUrls };
    },

    async follow(meeting, invitee, shown) {
      const look = await cards.look(meeting, invitee);
      if (look?.face !== shown) await meetings.replan(meeting, clock.now());
    },
  };
  return cards;
}

/** Somebody who is invited, or was, and to whom something can be brought. */
export function personOf(meeting: Meeting, id: InviteeId): Invitee | null {
  const person = inviteeOf(meeting, id) ?? meeting.former.find((one) => one.id === id);
  return person && !person.hasLeft ? person : null;
}

/** Who says nothing of zone and language reads the meeting's time, as Americans do. */
export function readerOf(person: Person | null, { startsAt }: Meeting): TimeReader {
  return { zone: person?.zone ?? startsAt.zoneName ?? 'UTC', locale: person?.locale ?? 'en-US' };
}
