import type { DateTime } from 'luxon';
import { cardOccurrence } from '../answers.ts';
import { cardOf, faceOf, isOnlyPresence } from '../card.ts';
import { showingOf } from '../card-occurrence.ts';
import type { PlannedDelivery } from '../delivery.ts';
import { roomFactsOf } from '../room-facts.ts';
import type { Shown } from '../seat.ts';
import { type PlanContext, seatsByInvitee } from './context.ts';

/** Who comes and goes is shown at most this often. */
const PRESENCE_EVERY = { seconds: 20 };

/** An edit of each card that shows something else than what is so now. */
export function planCards(context: PlanContext): PlannedDelivery[] {
  const { meeting, seats, now } = context;
  if (meeting.status !== 'scheduled' && meeting.status !== 'cancelled') return [];
  const { workspace, id } = meeting;
  const people = new Map([...meeting.invitees, ...meeting.former].map((one) => [one.id, one]));
  const showing = showingNow(context);
  const occurrence = cardOccurrence(meeting);
  const seatsOf = seatsByInvitee(context);
  return seats.flatMap((seat): PlannedDelivery[] => {
    const { card, shown, invitee } = seat;
    const reader = people.get(invitee);
    if (!card || !shown || !reader || reader.hasLeft || seat.occurrence !== occurrence) return [];
    const own = reader.user === meeting.organizer ? seats : (seatsOf.get(invitee) ?? []);
    const due = editDue(shown, faceOf(cardOf({ ...showing, seats: own }, reader)), now);
    return due ? [{ workspace, meeting: id, occurrence, kind: 'card', invitee, ...due }] : [];
  });
}

/** What all cards of a meeting show now, but for what is their reader's own. */
export function showingNow({ meeting, seats, rooms, sessions, now, rules }: PlanContext) {
  const shows = showingOf(meeting, rooms, now, rules);
  return { meeting, ...shows, room: roomFactsOf(meeting, shows.occurrence, sessions, seats, rules) };
}

/** When and under which number a card is to be edited that ought to have this face; null where it has it. */
export function editDue(
  shown: Shown,
  face: string,
  now: DateTime,
): { readonly cause: string; readonly dueAt: DateTime } | null {
  if (face === shown.face) return null;
  return isOnlyPresence(face, shown.face)
    ? { cause: `${shown.count}.soon`, dueAt: shown.at.plus(PRESENCE_EVERY) }
    : { cause: `${shown.count}.now`, dueAt: now };
}

/** When the cards begin to show something else by themselves. */
export function cardsChangeAt({ meeting, rooms, now, rules }: PlanContext): DateTime | null {
  return meeting.status === 'scheduled' ? showingOf(meeting, rooms, now, rules).changesAt : null;
}
