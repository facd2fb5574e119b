import type { DateTime } from 'luxon';
import { closesAt, type DoorRules, isSinceOpening } from './access.ts';
import { inviteeOf, type Meeting } from './meeting.ts';
import { occurrenceOf } from './occurrence.ts';
import type { Room } from './room.ts';
import type { ButtonPlace, PostedMessage, Seat } from './seat.ts';

/** What has become of one run for one person. */
export interface Present {
  readonly meeting: Meeting;
  readonly seat: Seat;
  /** Of the seat's run; null where there is none yet. */
  readonly room: Room | null;
  readonly now: DateTime;
}

/**
 * Why a button to join leads nowhere any more, or speaks of another start; null while it is good. Another reason, or the
 * same one later, reads otherwise.
 */
export function whyStale({ meeting, seat, room, now }: Present, place: ButtonPlace, rules: DoorRules): string | null {
  const { linkVersion, startsAt } = place;
  if (inviteeOf(meeting, seat.invitee)?.linkVersion !== linkVersion) return `link-${linkVersion}`;
  const occurrence = occurrenceOf(meeting, seat.occurrence);
  const isSo = meeting.status === 'scheduled' && occurrence && !occurrence.isCancelled;
  if (!isSo || occurrence.startsAt.toMillis() !== startsAt.toMillis()) return `changed-${meeting.sequence}`;
  if (closesAt(occurrence, rules) <= now) return `over-${occurrence.endsAt.toMillis()}`;
  const endedAt = room?.endedAt ?? null;
  return endedAt && isSinceOpening(endedAt, occurrence, rules) ? `ended-${endedAt.toMillis()}` : null;
}

/** Why a reminder has nothing left to say: likewise, or another reminder takes its place. */
export function whySpent(present: Present, reminder: ButtonPlace, rules: DoorRules): string | null {
  const why = whyStale(present, reminder, rules);
  if (why) return why;
  const { seat, now } = present;
  if (seat.reminders.at(-1)?.ts !== reminder.ts) return 'followed';
  const again = seat.snoozedUntil;
  return again && again > now && again < reminder.startsAt ? `put-off-${again.toMillis()}` : null;
}

/** What calls for something to be done with a message: the message, and for what reason. */
export function spentCause({ ts }: PostedMessage, why: string): string {
  return `${ts} ${why}`;
}

/** The `ts` of the message that a cause names. */
export function messageOfCause(cause: string): string {
  return cause.split(' ')[0] ?? '';
}
