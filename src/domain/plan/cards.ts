import type { DateTime } from 'luxon';
import { cardOccurrence } from '../answers.ts';
import { cardOf, faceOf, isOnlyPresence } from '../card.ts';
import { showingOf } from '../card-occurrence.ts';
import type { PlannedDelivery } from '../delivery.ts';
import { roomFactsOf } from '../room-facts.ts';
import { type PlanContext, seatsByInvitee } from './context.ts';

/** Who comes and goes is shown at most this often. */
const PRESENCE_EVERY = { seconds: 20 };

/** An edit of each card that shows something else than what is so now. */
export function planCards(context: PlanContext): PlannedDelivery[] {
  const { meeting, seats, rooms, sessions, now, rules } = context;
  if (meeting.status !== 'scheduled' && meeting.status !== 'cancelled') return [];
  const people = new Map([...meeting.invitees, ...meeting.former].map((one) => [one.id, one]));
  const shows = showingOf(meeting, rooms, now, rules);
  const room = roomFactsOf(meeting, shows.occurrence, sessions, seats, rules);
  const showing = { meeting, ...shows, room };
  const occurrence = cardOccurrence(meeting);
  const seatsOf = seatsByInvitee(context);
  return seats.flatMap((seat): PlannedDelivery[] => {
    const { card, shown, invitee } = seat;
    const reader = people.get(invitee);
    if (!card || !shown || !reader || seat.occurrence !== occurrence) return [];
    const own = reader.user === meeting.organizer ? seats : (seatsOf.get(invitee) ?? []);
    const face = faceOf(cardOf({ ...showing, seats: own }, reader));
    if (face === shown.face) return [];
    const isPresence = isOnlyPresence(face, shown.face);
    const cause = `${shown.count}.${isPresence ? 'soon' : 'now'}`;
    const dueAt = isPresence ? shown.at.plus(PRESENCE_EVERY) : now;
    return [{ workspace: meeting.workspace, meeting: meeting.id, occurrence, kind: 'card', invitee, cause, dueAt }];
  });
}

/** When the cards begin to show something else by themselves. */
export function cardsChangeAt({ meeting, rooms, now, rules }: PlanContext): DateTime | null {
  return meeting.status === 'scheduled' ? showingOf(meeting, rooms, now, rules).changesAt : null;
}
