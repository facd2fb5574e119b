import { cardOccurrence } from '../answers.ts';
import type { PlannedDelivery } from '../delivery.ts';
import { isOutsider } from '../invitee.ts';
import type { PlanContext } from './context.ts';

/** The card and the calendar file for everybody in Slack, once for each link that they were given. */
export function planInvitations({ meeting }: PlanContext): PlannedDelivery[] {
  if (meeting.status !== 'scheduled') return [];
  const { workspace, id, sendsAt } = meeting;
  const common = { workspace, meeting: id, occurrence: cardOccurrence(meeting), kind: 'invitation' as const };
  return meeting.invitees
    .filter((invitee) => !isOutsider(invitee))
    .map((invitee) => ({ ...common, invitee: invitee.id, cause: causeOf(invitee.linkVersion), dueAt: sendsAt }));
}

function causeOf(linkVersion: number): string {
  return linkVersion === 1 ? 'card' : `card-${linkVersion}`;
}
