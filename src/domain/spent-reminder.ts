import type { DateTime } from 'luxon';
import { closesAt, type DoorRules, isSinceOpening } from './access.ts';
import { inviteeOf, type Meeting } from './meeting.ts';
import { occurrenceOf } from './occurrence.ts';
import type { Room } from './room.ts';
import type { Seat, SentReminder } from './seat.ts';

/** A reminder and what has become of its run. */
export interface Reminding {
  readonly meeting: Meeting;
  readonly seat: Seat;
  /** Of the seat's run; null where there is none yet. */
  readonly room: Room | null;
  readonly reminder: SentReminder;
}

/**
 * Why a reminder has nothing left to say: its button leads nowhere any more, or another reminder takes its place. Null
 * while it stands. Another reason, or the same one later, reads otherwise.
 */
export function whySpent({ meeting, seat, room, reminder }: Reminding, now: DateTime, rules: DoorRules): string | null {
  const { linkVersion, startsAt, ts } = reminder;
  if (inviteeOf(meeting, seat.invitee)?.linkVersion !== linkVersion) return `link-${linkVersion}`;
  const occurrence = occurrenceOf(meeting, seat.occurrence);
  const isSo = meeting.status === 'scheduled' && occurrence && !occurrence.isCancelled;
  if (!isSo || occurrence.startsAt.toMillis() !== startsAt.toMillis()) return `changed-${meeting.sequence}`;
  if (closesAt(occurrence, rules) <= now) return `over-${occurrence.endsAt.toMillis()}`;
  const endedAt = room?.endedAt ?? null;
  if (endedAt && isSinceOpening(endedAt, occurrence, rules)) return `ended-${endedAt.toMillis()}`;
  if (seat.reminders.at(-1)?.ts !== ts) return 'followed';
  const again = seat.snoozedUntil;
  return again && again > now && again < startsAt ? `put-off-${again.toMillis()}` : null;
}
