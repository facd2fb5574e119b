import { cardOccurrence } from '../answers.ts';
import { faceOf } from '../card.ts';
import { channelCardOf } from '../channel-card.ts';
import type { PlannedDelivery } from '../delivery.ts';
import { editDue, showingNow } from './cards.ts';
import type { PlanContext } from './context.ts';

/** One message in each channel, once. */
export function planChannelCards({ meeting }: PlanContext): PlannedDelivery[] {
  if (meeting.status !== 'scheduled') return [];
  const { workspace, id, sendsAt, channels } = meeting;
  const common = { workspace, meeting: id, occurrence: cardOccurrence(meeting), kind: 'channel-card' as const };
  return channels.map(({ seat }) => ({ ...common, invitee: seat, cause: 'card', dueAt: sendsAt }));
}

/** An edit of each of these that shows something else than what is so now, also where the channel was taken off. */
export function planChannelEdits(context: PlanContext): PlannedDelivery[] {
  const { meeting, seats, now } = context;
  if (meeting.status !== 'scheduled' && meeting.status !== 'cancelled') return [];
  const { workspace, id } = meeting;
  const people = new Set([...meeting.invitees, ...meeting.former].map((one) => one.id));
  const showing = showingNow(context);
  const occurrence = cardOccurrence(meeting);
  return seats.flatMap(({ card, shown, invitee, occurrence: at }): PlannedDelivery[] => {
    if (!card || !shown || people.has(invitee) || at !== occurrence) return [];
    const due = editDue(shown, faceOf(channelCardOf(showing, invitee)), now);
    return due ? [{ workspace, meeting: id, occurrence, kind: 'channel-edit', invitee, ...due }] : [];
  });
}
