import type { DateTime, Duration } from 'luxon';
import { type Invitee, isOutsider } from './invitee.ts';
import type { JoinLink } from './join-link.ts';
import { inviteeOf, type Meeting } from './meeting.ts';
import { firstOccurrence, nextOccurrence, type Occurrence, occurrencesBetween } from './occurrence.ts';
import { ok, type Result, refuse } from './result.ts';
import type { Room } from './room.ts';
import type { Seat } from './seat.ts';
import { visitorOf } from './visitor.ts';

/** Why somebody with a genuine link is not let in now. */
export type Refusal =
  | { readonly kind: 'too-early'; readonly opensAt: DateTime }
  | { readonly kind: 'waiting-for-host' }
  | { readonly kind: 'not-invited' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'cancelled' };

/** When the door opens and closes, counted from an occurrence's start and end. */
export interface DoorRules {
  readonly guestsBefore: Duration;
  readonly hostsBefore: Duration;
  /** After the end nobody new comes in. */
  readonly closesAfter: Duration;
  /** After the end those who were in may still come back. */
  readonly returnFor: Duration;
  /** Who waits until a host has come in: with `guests`, those from outside the workspace. */
  readonly waitForHost: 'nobody' | 'guests' | 'everyone';
}

export interface Presence {
  /** When this person first came in. */
  readonly enteredAt: DateTime | null;
  /** When the first host came in: from then on the door is open for all. */
  readonly openedAt: DateTime | null;
  /** When a host ended it for all, and none has come in since. */
  readonly endedAt: DateTime | null;
}

export function presenceIn(seat: Seat, room: Room | null): Presence {
  return { enteredAt: seat.enteredAt, openedAt: room?.openedAt ?? null, endedAt: room?.endedAt ?? null };
}

/**
 * Whom a genuine link stands for now: an invitee whose link was not replaced, or a visitor of a public meeting.
 *
 * @param seat of the whole meeting, see `cardOccurrence`
 */
export function holderOf(meeting: Meeting, link: JoinLink, seat: Seat): Invitee | null {
  const invitee = inviteeOf(meeting, link.invitee);
  if (invitee) return invitee.linkVersion === link.version ? invitee : null;
  return meeting.access === 'public' && seat.isVisitor && link.version === 1 ? visitorOf(seat) : null;
}

/** The occurrence that a link leads to now: the one whose door is open, else the next, else the last. */
export function occurrenceAtDoor(meeting: Meeting, now: DateTime, rules: DoorRules): Occurrence {
  const first = firstOccurrence(meeting);
  if (!meeting.series) return first;
  const from = now.minus(rules.returnFor);
  const open = occurrencesBetween(meeting, from, now.plus(rules.guestsBefore)).filter(isHeld).at(-1);
  const soon = () => occurrencesBetween(meeting, from, now.plus(rules.hostsBefore)).find(isHeld);
  const last = () => occurrencesBetween(meeting, meeting.startsAt, now).at(-1);
  return open ?? soon() ?? nextOccurrence(meeting, now) ?? last() ?? first;
}

/**
 * Whether the holder of a link may come in now. Read at use and never kept in a link or token, so a meeting that was
 * moved or cancelled moves or shuts its door in the same write. Windows are half-open: the opening instant belongs to
 * them, the closing one does not.
 *
 * @param holder see `holderOf`
 */
export function admit(
  meeting: Meeting,
  occurrence: Occurrence,
  holder: Invitee | null,
  presence: Presence,
  now: DateTime,
  rules: DoorRules,
): Result<Invitee, Refusal> {
  if (!holder) return refuse({ kind: 'not-invited' });
  if (occurrence.isCancelled || meeting.status === 'cancelled') return refuse({ kind: 'cancelled' });
  if (meeting.status !== 'scheduled') return refuse({ kind: 'not-invited' });

  // Whoever hosts may open it again.
  if (isSinceOpening(presence.endedAt, occurrence, rules) && holder.role !== 'host') return refuse({ kind: 'ended' });
  const hasEntered = isSinceOpening(presence.enteredAt, occurrence, rules);
  const openFor = hasEntered ? rules.returnFor : rules.closesAfter;
  // In milliseconds, since luxon looks up the zone's offset for every other moment, and this is asked at every look.
  if (now.toMillis() >= occurrence.endsAt.toMillis() + openFor.toMillis()) return refuse({ kind: 'ended' });

  if (isSinceOpening(presence.openedAt, occurrence, rules) && isSinceOpening(now, occurrence, rules)) return ok(holder);
  const early = holder.role === 'host' ? rules.hostsBefore : rules.guestsBefore;
  if (now.toMillis() < occurrence.startsAt.toMillis() - early.toMillis())
    return refuse({ kind: 'too-early', opensAt: occurrence.startsAt.minus(early) });
  if (waits(meeting, holder, rules)) return refuse({ kind: 'waiting-for-host' });
  return ok(holder);
}

/** When nobody new may come in any more. */
export function closesAt({ endsAt }: Occurrence, { closesAfter }: DoorRules): DateTime {
  return endsAt.plus(closesAfter);
}

/** Whether an entry counts: one from before the meeting was moved does not. */
export function isSinceOpening(at: DateTime | null, { startsAt }: Occurrence, rules: DoorRules): boolean {
  return at !== null && at.toMillis() >= startsAt.toMillis() - rules.hostsBefore.toMillis();
}

/** By so much the clock of the video service may differ from ours. */
export const SERVICE_CLOCK_GRACE = { seconds: 60 };

/** The same for an instant by the service's clock, which may be behind: who came in as the door opened counts. */
export function isSinceOpeningThere(at: DateTime | null, occurrence: Occurrence, rules: DoorRules): boolean {
  return isSinceOpening(at?.plus(SERVICE_CLOCK_GRACE) ?? null, occurrence, rules);
}

function waits({ waitForHost }: Meeting, holder: Invitee, rules: DoorRules): boolean {
  if (holder.role === 'host') return false;
  if (waitForHost !== null) return waitForHost;
  return rules.waitForHost === 'everyone' || (rules.waitForHost === 'guests' && isOutsider(holder));
}

function isHeld({ isCancelled }: Occurrence): boolean {
  return !isCancelled;
}
