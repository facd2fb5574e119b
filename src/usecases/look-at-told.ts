import { cardOccurrence } from '../domain/answers.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { Invitee } from '../domain/invitee.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Seat } from '../domain/seat.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import { personOf } from './look-at-card.ts';

/** Somebody who is told of a meeting, with what they were told before. */
export interface Told {
  readonly meeting: Meeting;
  readonly invitee: Invitee;
  /** Of the whole meeting, where the person's card and file are kept. */
  readonly whole: Seat;
  /** Of the run that it is about. */
  readonly seat: Seat;
}

/** Null where there is nobody to tell any more. */
export async function lookAtTold(
  { meetings, seats }: { readonly meetings: Pick<Meetings, 'find'>; readonly seats: Pick<Seats, 'get'> },
  { meeting: id, invitee: who, occurrence }: Delivery,
): Promise<Told | null> {
  const meeting = await meetings.find(id);
  const invitee = meeting && who && personOf(meeting, who);
  if (!meeting || !invitee) return null;
  const [whole, seat] = await Promise.all([
    seats.get(id, cardOccurrence(meeting), invitee.id),
    seats.get(id, occurrence, invitee.id),
  ]);
  return { meeting, invitee, whole, seat };
}
