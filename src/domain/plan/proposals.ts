import type { PlannedDelivery } from '../delivery.ts';
import { organizerOf } from '../meeting.ts';
import { proposalName, standingProposal } from '../time-proposal.ts';
import type { PlanContext } from './context.ts';

/** One message to the organizer for each other time that somebody proposes, while it can still be followed. */
export function planProposals({ meeting, seats, now }: PlanContext): PlannedDelivery[] {
  if (meeting.status !== 'scheduled') return [];
  const { workspace, id } = meeting;
  const common = { workspace, meeting: id, kind: 'proposal' as const, invitee: organizerOf(meeting).id };
  return seats.flatMap((seat) => {
    const standing = standingProposal(meeting, seat, now);
    if (!standing) return [];
    const cause = proposalName(seat.invitee, standing.proposal);
    return [{ ...common, occurrence: seat.occurrence, cause, dueAt: standing.proposal.at }];
  });
}
