import { DateTime } from 'luxon';
import { closesAt } from '../access.ts';
import type { PlannedDelivery } from '../delivery.ts';
import { whySpent } from '../spent-reminder.ts';
import { type PlanContext, roomOf } from './context.ts';

/** The removal of each reminder that has nothing left to say, also to somebody who was taken off. */
export function planSpentReminders(context: PlanContext): PlannedDelivery[] {
  const { meeting, seats, now, rules } = context;
  if (meeting.status !== 'scheduled' && meeting.status !== 'cancelled') return [];
  const { workspace, id } = meeting;
  const common = { workspace, meeting: id, kind: 'clear-reminder' as const, dueAt: now };
  return seats.flatMap((seat) =>
    seat.reminders.flatMap((reminder) => {
      const { occurrence, invitee } = seat;
      const why = whySpent({ meeting, seat, room: roomOf(context, occurrence), reminder }, now, rules);
      return why ? [{ ...common, occurrence, invitee, cause: spentCause(reminder.ts, why) }] : [];
    }),
  );
}

/** One message is taken out for one reason once, so what came back meanwhile may be called for again. */
function spentCause(ts: string, why: string): string {
  return `${ts} ${why}`;
}

/** Which message a removal is about. */
export function spentMessage(cause: string): string {
  return cause.split(' ')[0] ?? '';
}

/** When the next run in reach is over, and its reminders with it. */
export function reminderSpentAt({ meeting, occurrences, now, rules }: PlanContext): DateTime | null {
  if (meeting.status !== 'scheduled') return null;
  const closing = occurrences.filter(({ isCancelled }) => !isCancelled).map((one) => closesAt(one, rules));
  return DateTime.min(...closing.filter((at) => at > now)) ?? null;
}
