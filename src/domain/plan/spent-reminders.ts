import { DateTime } from 'luxon';
import { closesAt } from '../access.ts';
import type { PlannedDelivery } from '../delivery.ts';
import { spentCause, whySpent } from '../spent.ts';
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
      const why = whySpent({ meeting, seat, room: roomOf(context, occurrence), now }, reminder, rules);
      // One that was good again meanwhile may be called for again, for another reason.
      return why ? [{ ...common, occurrence, invitee, cause: spentCause(reminder, why) }] : [];
    }),
  );
}

/** When the next run in reach is over, and every button with it. */
export function buttonsSpentAt({ meeting, occurrences, now, rules }: PlanContext): DateTime | null {
  if (meeting.status !== 'scheduled') return null;
  const closing = occurrences.filter(({ isCancelled }) => !isCancelled).map((one) => closesAt(one, rules));
  return DateTime.min(...closing.filter((at) => at > now)) ?? null;
}
