import type { DateTime, Duration } from 'luxon';
import { answerOf } from './answers.ts';
import { type Invitee, isOutsider } from './invitee.ts';
import type { Meeting } from './meeting.ts';
import type { Occurrence } from './occurrence.ts';
import type { Seat } from './seat.ts';

/** How long "remind me again" is. */
export const SNOOZE = { minutes: 5 };

/** How long after the start it is still told that it starts. */
export const STARTING_LASTS = { minutes: 10 };

/** One person at one run, with what is known of them. */
export interface Reminded {
  readonly meeting: Meeting;
  readonly occurrence: Occurrence;
  readonly invitee: Invitee;
  /** This person's. */
  readonly seats: readonly Seat[];
  /** How long before the start; null for not at all. */
  readonly before: Duration | null;
}

/** When somebody in Slack is to be reminded of a run: once for each start, and once for each time they put it off. */
export function remindersOf(about: Reminded): DateTime[] {
  const { meeting, occurrence, invitee, seats, before } = about;
  if (!before || !isHeldFor(about)) return [];
  if (answerOf(meeting, occurrence, invitee.id, seats) === 'DECLINED') return [];
  const { startsAt } = occurrence;
  const seat = seats.find((one) => one.occurrence === occurrence.key);
  const isReminded = seat?.remindedOf?.toMillis() === startsAt.toMillis();
  const due = startsAt.minus(before);
  const again = seat?.snoozedUntil ?? null;
  return [...(isReminded ? [] : [due]), ...(again && again > due && again < startsAt ? [again] : [])];
}

/** Whether somebody is told at the start that it starts: they said yes, or called it. Whether they are in is asked then. */
export function isToldOfStart(about: Reminded): boolean {
  const { meeting, occurrence, invitee, seats, before } = about;
  if (!before || !isHeldFor(about)) return false;
  return invitee.user === meeting.organizer || answerOf(meeting, occurrence, invitee.id, seats) === 'ACCEPTED';
}

function isHeldFor({ meeting, occurrence, invitee }: Reminded): boolean {
  return meeting.status === 'scheduled' && !occurrence.isCancelled && !isOutsider(invitee);
}
