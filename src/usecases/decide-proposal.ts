import type { DateTime } from 'luxon';
import { type MoveProblem, moveOccurrence } from '../domain/changes/move.ts';
import type { MeetingId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { type Occurrence, occurrenceOf } from '../domain/occurrence.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { may } from '../domain/rights.ts';
import type { Seat } from '../domain/seat.ts';
import { type ProposalName, standingProposal } from '../domain/time-proposal.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import type { Actor, ChangeFault, ChangeMeeting } from './change-meeting.ts';

export interface ProposalDecision {
  readonly meeting: MeetingId;
  readonly occurrence: string;
  readonly name: ProposalName;
  readonly is: 'move' | 'keep';
}

export interface DecidedProposal {
  readonly meeting: Meeting;
  /** As it is now. */
  readonly occurrence: Occurrence;
}

export type DecideProposalProblem =
  | MoveProblem
  | ChangeFault
  /** It was decided, or the meeting was moved or cancelled, or another time is proposed by now. */
  | { readonly kind: 'settled' };

/** Follows a proposal or leaves the meeting where it is, if who presses now may move it. Either way it is settled. */
export type DecideProposal = (
  actor: Actor,
  decision: ProposalDecision,
) => Promise<Result<DecidedProposal, DecideProposalProblem>>;

export function makeDecideProposal(deps: {
  readonly meetings: Pick<Meetings, 'get' | 'replan'>;
  readonly seats: Pick<Seats, 'get' | 'change'>;
  readonly changeMeeting: ChangeMeeting;
  readonly clock: Clock;
  readonly wake: () => void;
}): DecideProposal {
  const { meetings, seats, changeMeeting, clock, wake } = deps;

  return async (actor, { meeting: id, occurrence: key, name, is }) => {
    const meeting = await meetings.get(actor.workspace, id);
    if (!meeting) return refuse({ kind: 'unknown-meeting' });
    if (!may(meeting, actor.user, 'move')) return refuse({ kind: 'not-allowed', verb: 'move' });
    const seat = await seats.get(id, key, name.proposer);
    const standing = standingProposal(meeting, seat, clock.now());
    if (!standing || standing.proposal.at.toMillis() !== name.at) return refuse({ kind: 'settled' });
    const { proposal, occurrence } = standing;
    const decided = is === 'keep' ? ok(meeting) : await moved(actor, seat, proposal.startsAt);
    if (!decided.ok) return decided;
    await seats.change(id, key, name.proposer, ({ proposal }) =>
      proposal?.at.toMillis() === name.at ? { proposal: null } : {},
    );
    await meetings.replan(id, clock.now());
    wake();
    return ok({ meeting: decided.value, occurrence: occurrenceOf(decided.value, key) ?? occurrence });
  };

  /** Decided on the meeting as it is in the same write. */
  function moved(actor: Actor, seat: Seat, startsAt: DateTime): Promise<Result<Meeting, DecideProposalProblem>> {
    return changeMeeting(actor, seat.meeting, 'move', (meeting, now): Result<Meeting, DecideProposalProblem> => {
      const standing = standingProposal(meeting, seat, now);
      if (!standing) return refuse({ kind: 'settled' });
      const { occurrence } = standing;
      const length = occurrence.endsAt.diff(occurrence.startsAt);
      return moveOccurrence(meeting, seat.occurrence, startsAt.setZone(meeting.startsAt.zone), length, now);
    });
  }
}
