import type { DateTime } from 'luxon';
import type { DeliveryKind } from './delivery.ts';

/** A delivery's place among those of the same person that are not settled. */
export interface Place {
  readonly key: string;
  readonly kind: DeliveryKind;
  /** When it was to be done as planned. */
  readonly wantedAt: DateTime;
  /** It was tried in vain, or waits for one that goes first. */
  readonly isDelayed: boolean;
  readonly isClaimed: boolean;
  /** When it is to be done next; while it is claimed, when the lease ends. */
  readonly dueAt: DateTime;
}

/** Mails go their own way: what Slack holds up does not hold up a calendar, nor the reverse. */
const MAILS: ReadonlySet<DeliveryKind> = new Set(['mail', 'mail-reminder', 'guest-code']);

/** Somebody waits for it, and it says nothing of the meeting. */
const URGENT: DeliveryKind = 'guest-code';

/** Reports on others tell nothing that an earlier message could contradict, and what reminds is of no use later. */
const MAY_PASS: ReadonlySet<DeliveryKind> = new Set(['unreached', 'room-trouble', 'reminder', 'starting']);

/**
 * What is done in any order: looking into a room, putting somebody out of it, a note that waits until all have left, and
 * taking out a button that leads nowhere any more.
 */
const BESIDE: ReadonlySet<DeliveryKind> = new Set([
  'look-at-session',
  'expel',
  'attendance',
  'clear-reminder',
  'agenda-edit',
  'proposal-edit',
]);

/**
 * Whether a delivery has to let another of the same person go first: of mails, and of the rest, nothing runs beside
 * another, and nothing goes past an earlier one. Only some pass what is delayed, or the organizer would hear of nothing
 * during an outage.
 */
export function letsGoFirst(mine: Place, other: Place): boolean {
  if (BESIDE.has(mine.kind) || BESIDE.has(other.kind)) return false;
  if (MAILS.has(mine.kind) !== MAILS.has(other.kind)) return false;
  if ((mine.kind === URGENT) !== (other.kind === URGENT)) return false;
  if (other.isClaimed) return true;
  const mayPass = MAY_PASS.has(mine.kind) && other.isDelayed;
  return isBefore(other, mine) && !mayPass;
}

function isBefore(one: Place, other: Place): boolean {
  const ms = one.wantedAt.toMillis() - other.wantedAt.toMillis();
  return ms === 0 ? one.key < other.key : ms < 0;
}
