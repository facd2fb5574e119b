import { type DateTime, Duration } from 'luxon';
import type { DoorRules } from '../access.ts';
import type { InviteeId, SlackUserId } from '../ids.ts';
import type { Meeting } from '../meeting.ts';
import { type Occurrence, occurrencesBetween, upcoming } from '../occurrence.ts';
import type { Reminded } from '../reminders.ts';
import type { Room } from '../room.ts';
import type { Seat } from '../seat.ts';
import type { Session } from '../session.ts';

/** What a plan is made from: the meeting, what became of it so far, and the moment. */
export interface PlanContext {
  readonly meeting: Meeting;
  readonly seats: readonly Seat[];
  readonly rooms: readonly Room[];
  /** Who is and was in the rooms, as far as that is known. */
  readonly sessions: readonly Session[];
  /** Of those who chose otherwise than the setting, how many minutes before the start they are reminded; 0 for not at all. */
  readonly reminderMinutes: ReadonlyMap<SlackUserId, number>;
  /** The runs that something may have to be done for now, in order: cancelled ones too. */
  readonly occurrences: readonly Occurrence[];
  readonly now: DateTime;
  readonly rules: PlanRules;
}

/** The settings that a plan depends on. */
export interface PlanRules extends DoorRules {
  /** How long before the start people are reminded; absent for not at all. */
  readonly remindsBefore?: Duration;
}

/** How long before its start an occurrence of a series is planned. */
export const HORIZON = { hours: 48 };

/** How long after its end an occurrence still has something to be done for. */
const AFTERMATH = { hours: 24 };

/** @param known of the sessions and of what people chose nothing where that matters to nobody */
export function planContext(
  known: Omit<PlanContext, 'occurrences' | 'sessions' | 'reminderMinutes'> &
    Partial<Pick<PlanContext, 'sessions' | 'reminderMinutes'>>,
): PlanContext {
  return {
    sessions: [],
    reminderMinutes: new Map(),
    ...known,
    occurrences: occurrencesInReach(known.meeting, known.now),
  };
}

/** The occurrences that a plan made now is about. */
function occurrencesInReach(meeting: Meeting, now: DateTime): Occurrence[] {
  if (!meeting.series) return occurrencesBetween(meeting, meeting.startsAt, meeting.endsAt);
  return occurrencesBetween(meeting, now.minus(AFTERMATH), now.plus(HORIZON));
}

/** When an occurrence comes into reach that is not yet; null when there is none. */
export function nextInReachAt(meeting: Meeting, now: DateTime): DateTime | null {
  if (!meeting.series || meeting.status !== 'scheduled') return null;
  const beyond = now.plus(HORIZON);
  const [next] = upcoming(meeting, beyond, 1).filter(({ startsAt }) => startsAt > beyond);
  return next ? next.startsAt.minus(HORIZON) : null;
}

export function seatAt({ seats }: PlanContext, occurrence: string, invitee: string): Seat | null {
  return seats.find((seat) => seat.occurrence === occurrence && seat.invitee === invitee) ?? null;
}

export function roomOf({ rooms }: PlanContext, occurrence: string): Room | null {
  return rooms.find((room) => room.occurrence === occurrence) ?? null;
}

export function seatsByInvitee({ seats }: PlanContext): ReadonlyMap<InviteeId, readonly Seat[]> {
  const found = new Map<InviteeId, Seat[]>();
  for (const seat of seats) {
    const own = found.get(seat.invitee);
    if (own) own.push(seat);
    else found.set(seat.invitee, [seat]);
  }
  return found;
}

/** Everybody at every run in reach, with how they are reminded. */
export function remindedIn(context: PlanContext): Reminded[] {
  const { meeting, occurrences } = context;
  const seatsOf = seatsByInvitee(context);
  return occurrences.flatMap((occurrence) =>
    meeting.invitees.map((invitee) => {
      const seats = seatsOf.get(invitee.id) ?? [];
      return { meeting, occurrence, invitee, seats, before: remindsBefore(context, invitee.user) };
    }),
  );
}

/** How long before a start this person is reminded; null for not at all. */
export function remindsBefore(
  { reminderMinutes, rules }: Pick<PlanContext, 'reminderMinutes' | 'rules'>,
  user: SlackUserId | null,
): Duration | null {
  const chosen = user === null ? undefined : reminderMinutes.get(user);
  const before = chosen === undefined ? rules.remindsBefore : Duration.fromObject({ minutes: chosen });
  return before && before.toMillis() > 0 ? before : null;
}
