import { closesAt } from '../access.ts';
import type { PlannedDelivery } from '../delivery.ts';
import { organizerOf } from '../meeting.ts';
import type { Occurrence } from '../occurrence.ts';
import type { PlanContext } from './context.ts';

/** When nobody new may come in any more, word for the organizer of who came, of each run whose room was used. */
export function planAttendance({ meeting, occurrences, sessions, now, rules }: PlanContext): PlannedDelivery[] {
  if (meeting.status !== 'scheduled') return [];
  const { workspace, id } = meeting;
  const used = new Set(sessions.filter(({ peers }) => peers.length > 0).map(({ occurrence }) => occurrence));
  return occurrences
    .filter((one) => used.has(one.key) && !one.isCancelled && closesAt(one, rules).plus(NO_LATER_THAN) > now)
    .map((one) => ({
      workspace,
      meeting: id,
      occurrence: one.key,
      kind: 'attendance' as const,
      invitee: organizerOf(meeting).id,
      cause: attendanceCause(one),
      dueAt: closesAt(one, rules),
    }));
}

/** What was reported that much later is no news. */
const NO_LATER_THAN = { hours: 12 };

/** Another end calls for another note. */
export function attendanceCause({ endsAt }: Occurrence): string {
  return String(endsAt.toMillis());
}
