import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { type Addressee, addresseeOf } from './addressee.ts';
import { answerOf } from './answers.ts';
import type { InviteeId, MeetingId, SlackUserId } from './ids.ts';
import { type Invitee, type Party, partyOf } from './invitee.ts';
import type { Meeting } from './meeting.ts';
import type { Occurrence } from './occurrence.ts';
import type { Recurrence } from './recurrence.ts';
import type { RoomFacts, Watchable } from './room-facts.ts';
import type { PartStat, Seat, Unreached } from './seat.ts';

/** What the one message says that a person has of a meeting: plain data, without the link. */
export interface Card {
  readonly meeting: MeetingId;
  readonly reader: 'organizer' | 'host' | 'guest' | 'former';
  readonly state: CardState;
  readonly title: string;
  readonly notes: string | null;
  readonly reason: string | null;
  readonly rule: Recurrence | null;
  /** The run that it shows: of a series the next one. */
  readonly occurrence: string;
  readonly startsAt: DateTime;
  readonly endsAt: DateTime;
  readonly organizer: SlackUserId;
  /** Everybody but the organizer. */
  readonly invited: Tally;
  /** Whose members may all come. */
  readonly channels: readonly string[];
  readonly access: Meeting['access'];
  /** Of the link behind the join button. */
  readonly linkVersion: number;
  /** The reader's own. */
  readonly answer: PartStat | null;
  /** Who answered what; for the organizer only. */
  readonly answers: Readonly<Record<PartStat | 'open', Tally>> | null;
  /** Who could not be reached for good, and channels that wait for the app to be invited; for the organizer only. */
  readonly unreached: readonly { readonly who: Addressee; readonly unreached: Lack }[];
  /** The names of those in the room; for the organizer only, as the rest. */
  readonly inside: readonly string[];
  /** From when to when it was held, once nobody is in any more. */
  readonly held: RoomFacts['held'];
  readonly recordings: readonly Watchable[];
}

/** What did not get to somebody, and why. */
export type Lack = Pick<Unreached, 'what' | 'reason' | 'final'>;

export type CardState = 'upcoming' | 'live' | 'over' | 'cancelled' | 'taken-off' | 'withdrawn';

/** Many people, the first of them by name. */
export interface Tally {
  readonly count: number;
  readonly first: readonly Party[];
}

export interface CardContext {
  readonly meeting: Meeting;
  /** See `occurrenceOnCard`. */
  readonly occurrence: Occurrence;
  readonly state: Exclude<CardState, 'taken-off'>;
  /** All of the meeting for its organizer's card, the reader's own for another. */
  readonly seats: readonly Seat[];
  readonly room?: RoomFacts;
}

const MOST_NAMED = 15;

/** The card of one reader, who is invited or was. */
export function cardOf(context: CardContext, reader: Invitee): Card {
  const { meeting, occurrence, state, seats, room } = context;
  const isFormer = !meeting.invitees.some(({ id }) => id === reader.id);
  const isOrganizer = !isFormer && reader.user === meeting.organizer;
  const others = isFormer ? [] : meeting.invitees.filter(({ user }) => user !== meeting.organizer);
  return {
    meeting: meeting.id,
    reader: isFormer ? 'former' : isOrganizer ? 'organizer' : reader.role,
    state: isFormer ? 'taken-off' : state,
    title: meeting.title,
    notes: isFormer ? null : meeting.notes,
    reason: meeting.reason,
    rule: meeting.series?.rule ?? null,
    occurrence: occurrence.key,
    startsAt: occurrence.startsAt,
    endsAt: occurrence.endsAt,
    organizer: meeting.organizer,
    invited: tally(others),
    channels: isFormer ? [] : meeting.channels.map(({ id }) => id),
    access: meeting.access,
    linkVersion: reader.linkVersion,
    answer: answerOf(meeting, occurrence, reader.id, seats),
    answers: isOrganizer ? answersOf(context, others) : null,
    unreached: isOrganizer ? unreachedOf(meeting, seats) : [],
    inside: isOrganizer && (state === 'live' || state === 'upcoming') ? (room?.inside ?? []) : [],
    held: isOrganizer ? (room?.held ?? null) : null,
    recordings: isOrganizer ? (room?.recordings ?? []) : [],
  };
}

/**
 * A short digest of what a card says, to tell whether another one would say anything else. Its last part is about who
 * is in alone, see `isOnlyPresence`.
 */
export function faceOf<Shown extends Faced>({ inside, held, ...card }: Shown): string {
  // Who was taken off is shown nothing that came later.
  const said = card.state === 'taken-off' ? [card.state, card.linkVersion] : card;
  return `${digest(said)}.${digest({ inside, held })}`;
}

/** A card of somebody, or of a channel. */
interface Faced {
  readonly state: CardState;
  readonly inside: readonly string[];
  readonly held: RoomFacts['held'];
  readonly linkVersion?: number;
}

/** Whether two faces differ in nothing but who is in the room. */
export function isOnlyPresence(one: string, other: string): boolean {
  return one !== other && one.split('.')[0] === other.split('.')[0];
}

function digest(said: unknown): string {
  return createHash('sha256').update(JSON.stringify(said, inUtc)).digest().subarray(0, 9).toString('base64url');
}

/** The same instant is the same face, in whatever zone it came from the store. */
function inUtc(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const at = this[key];
  return DateTime.isDateTime(at) ? at.toMillis() : value;
}

function tally(people: readonly Invitee[]): Tally {
  return { count: people.length, first: people.slice(0, MOST_NAMED).map(partyOf) };
}

function answersOf({ meeting, occurrence, seats }: CardContext, others: readonly Invitee[]): Card['answers'] {
  const seatsOf = new Map<InviteeId, Seat[]>();
  for (const seat of seats) seatsOf.set(seat.invitee, [...(seatsOf.get(seat.invitee) ?? []), seat]);
  const said = new Map(others.map(({ id }) => [id, answerOf(meeting, occurrence, id, seatsOf.get(id) ?? [])]));
  const who = (is: PartStat | null) => tally(others.filter(({ id }) => said.get(id) === is));
  return { ACCEPTED: who('ACCEPTED'), TENTATIVE: who('TENTATIVE'), DECLINED: who('DECLINED'), open: who(null) };
}

function unreachedOf(meeting: Meeting, seats: readonly Seat[]): Card['unreached'] {
  return seats.flatMap(({ invitee, unreached }) => {
    const who = addresseeOf(meeting, invitee);
    const isOrganizer = who !== null && 'user' in who && who.user === meeting.organizer;
    if (!who || !unreached || isOrganizer || !(unreached.final || 'channel' in who)) return [];
    const { what, reason, final } = unreached;
    return [{ who, unreached: { what, reason, final } }];
  });
}
