import { cardOccurrence } from '../answers.ts';
import type { PlannedDelivery } from '../delivery.ts';
import type { PlanContext } from './context.ts';

/** One message in each channel, once. */
export function planChannelCards({ meeting }: PlanContext): PlannedDelivery[] {
  if (meeting.status !== 'scheduled') return [];
  const { workspace, id, sendsAt, channels } = meeting;
  const common = { workspace, meeting: id, occurrence: cardOccurrence(meeting), kind: 'channel-card' as const };
  return channels.map(({ seat }) => ({ ...common, invitee: seat, cause: 'card', dueAt: sendsAt }));
}
