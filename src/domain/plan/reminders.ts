import type { PlannedDelivery } from '../delivery.ts';
import { remindersOf } from '../reminders.ts';
import { type PlanContext, remindedIn } from './context.ts';

/**
 * A reminder for everybody in Slack, called for by the moment at which it is due. None for a moment that was past when
 * the meeting was agreed on or changed: then people have just heard of it.
 */
export function planReminders(context: PlanContext): PlannedDelivery[] {
  const { meeting, now } = context;
  const { workspace, id, changedAt, sendsAt } = meeting;
  return remindedIn(context)
    .filter(({ occurrence }) => occurrence.startsAt > now)
    .flatMap((about) => {
      const { occurrence, invitee } = about;
      return remindersOf(about)
        .filter((at) => at > changedAt && at >= sendsAt)
        .map((dueAt) => ({
          workspace,
          meeting: id,
          occurrence: occurrence.key,
          kind: 'reminder' as const,
          invitee: invitee.id,
          cause: reminderCause(dueAt),
          dueAt,
        }));
    });
}

/** Another moment calls for another reminder. */
export function reminderCause(dueAt: { toMillis(): number }): string {
  return String(dueAt.toMillis());
}
