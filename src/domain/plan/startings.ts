import type { PlannedDelivery } from '../delivery.ts';
import { isToldOfStart } from '../reminders.ts';
import { type PlanContext, remindedIn } from './context.ts';

/** At the start, a word to everybody in Slack who said yes. */
export function planStartings(context: PlanContext): PlannedDelivery[] {
  const { meeting, now } = context;
  const { workspace, id } = meeting;
  return remindedIn(context)
    .filter((about) => about.occurrence.startsAt > now && isToldOfStart(about))
    .map(({ occurrence: { key, startsAt }, invitee }) => ({
      workspace,
      meeting: id,
      occurrence: key,
      kind: 'starting' as const,
      invitee: invitee.id,
      cause: String(startsAt.toMillis()),
      dueAt: startsAt,
    }));
}
