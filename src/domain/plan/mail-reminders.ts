import type { PlannedDelivery } from '../delivery.ts';
import type { PlanContext } from './context.ts';

/** A reminder by mail for each guest who has no other: of a run that moves there is one for its new start. */
export function planMailReminders({ meeting, occurrences, now, rules }: PlanContext): PlannedDelivery[] {
  const { workspace, id, status, invitees } = meeting;
  const before = rules.remindsBefore;
  if (status !== 'scheduled' || !before) return [];
  const guests = invitees.filter(({ email }) => email !== null);
  return occurrences
    .filter(({ isCancelled, startsAt }) => !isCancelled && startsAt.minus(before) > now)
    .flatMap(({ key, startsAt }) =>
      guests.map((guest) => ({
        workspace,
        meeting: id,
        occurrence: key,
        kind: 'mail-reminder' as const,
        invitee: guest.id,
        cause: String(startsAt.toMillis()),
        dueAt: startsAt.minus(before),
      })),
    );
}
