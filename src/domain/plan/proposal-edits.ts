import { DateTime } from 'luxon';
import type { PlannedDelivery } from '../delivery.ts';
import { organizerOf } from '../meeting.ts';
import { spentCause } from '../spent.ts';
import { isOpenProposal, proposalName, standingProposal } from '../time-proposal.ts';
import type { PlanContext } from './context.ts';

/** Whoever was asked about another time has no buttons any more once there is nothing left to decide. */
export function planProposalEdits({ meeting, seats, now }: PlanContext): PlannedDelivery[] {
  const { workspace, id, sequence } = meeting;
  const common = { workspace, meeting: id, kind: 'proposal-edit' as const, invitee: organizerOf(meeting).id };
  return seats.flatMap((seat) =>
    seat.asked
      .filter(({ proposal }) => !isOpenProposal(meeting, seat, proposal, now))
      .map((asked) => {
        const cause = spentCause(asked, `${proposalName(seat.invitee, asked.proposal)} ${sequence}`);
        return { ...common, occurrence: seat.occurrence, cause, dueAt: now };
      }),
  );
}

/** When the next proposal cannot be followed any more though nobody changes anything. */
export function proposalPastAt({ meeting, seats, now }: PlanContext): DateTime | null {
  const ends = seats.flatMap((seat) => {
    const standing = seat.asked.length > 0 ? standingProposal(meeting, seat, now) : null;
    return standing ? [standing.proposal.startsAt, standing.occurrence.endsAt] : [];
  });
  return DateTime.min(...ends) ?? null;
}
