import type { DateTime, Duration } from 'luxon';
import type { Invitee } from './invitee.ts';
import type { JoinLink } from './join-link.ts';
import { inviteeOf, type Meeting } from './meeting.ts';
import { ok, type Result, refuse } from './result.ts';

/** Why somebody with a genuine link is not let in now. */
export type Refusal =
  | { readonly kind: 'too-early'; readonly opensAt: DateTime }
  | { readonly kind: 'waiting-for-host' }
  | { readonly kind: 'not-invited' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'cancelled' };

/** When the door opens and closes, counted from the meeting's start and end. */
export interface DoorRules {
  readonly guestsBefore: Duration;
  readonly hostsBefore: Duration;
  /** After the end nobody new comes in. */
  readonly closesAfter: Duration;
  /** After the end those who were in may still come back. */
  readonly returnFor: Duration;
  /** Guests wait until a host has come in. */
  readonly waitForHost: boolean;
}

export interface Presence {
  /** When this person first came in. */
  readonly enteredAt: DateTime | null;
  /** When the first host came in: from then on the door is open for all. */
  readonly openedAt: DateTime | null;
}

/**
 * Whether the holder of a link may come in now. Read at use and never kept in a link or token, so a meeting that was
 * moved or cancelled moves or shuts its door in the same write. Windows are half-open: the opening instant belongs to
 * them, the closing one does not.
 */
export function admit(
  meeting: Meeting,
  link: JoinLink,
  presence: Presence,
  now: DateTime,
  rules: DoorRules,
): Result<Invitee, Refusal> {
  const invitee = inviteeOf(meeting, link.invitee);
  if (!invitee || invitee.linkVersion !== link.version) return refuse({ kind: 'not-invited' });
  if (meeting.status === 'cancelled') return refuse({ kind: 'cancelled' });
  if (meeting.status !== 'scheduled') return refuse({ kind: 'not-invited' });

  const hasEntered = isSinceOpening(presence.enteredAt, meeting, rules);
  const closesAt = meeting.endsAt.plus(hasEntered ? rules.returnFor : rules.closesAfter);
  if (now >= closesAt) return refuse({ kind: 'ended' });

  if (isSinceOpening(presence.openedAt, meeting, rules) && isSinceOpening(now, meeting, rules)) return ok(invitee);
  const opensAt = meeting.startsAt.minus(invitee.role === 'host' ? rules.hostsBefore : rules.guestsBefore);
  if (now < opensAt) return refuse({ kind: 'too-early', opensAt });
  if (invitee.role === 'guest' && rules.waitForHost) return refuse({ kind: 'waiting-for-host' });
  return ok(invitee);
}

/** Whether an entry counts: one from before the meeting was moved does not. */
export function isSinceOpening(at: DateTime | null, meeting: Meeting, rules: DoorRules): boolean {
  return at !== null && at >= meeting.startsAt.minus(rules.hostsBefore);
}
