import type { DateTime } from 'luxon';
import type { InviteeId } from './ids.ts';
import { inviteeOf, type Meeting } from './meeting.ts';
import { type Occurrence, occurrenceOf } from './occurrence.ts';
import type { Seat, TimeProposal } from './seat.ts';

/** A proposal that can still be followed. */
export interface Standing {
  readonly proposal: TimeProposal;
  /** The run that would be moved. */
  readonly occurrence: Occurrence;
}

/** What somebody's proposal comes to now; null once the meeting was moved or cancelled, or the time is past. */
export function standingProposal(meeting: Meeting, seat: Seat, now: DateTime): Standing | null {
  const { proposal } = seat;
  const occurrence = proposal && occurrenceOf(meeting, seat.occurrence);
  if (!occurrence || occurrence.isCancelled || meeting.status !== 'scheduled') return null;
  const isInvited = inviteeOf(meeting, seat.invitee) !== null;
  const isMoved = occurrence.startsAt.toMillis() !== proposal.instead.toMillis();
  const isPast = proposal.startsAt <= now || occurrence.endsAt <= now;
  return !isInvited || isMoved || isPast ? null : { proposal, occurrence };
}

/** Whether somebody's proposal is their last one and can still be followed. */
export function isOpenProposal(meeting: Meeting, seat: Seat, { at }: TimeProposal, now: DateTime): boolean {
  return standingProposal(meeting, seat, now)?.proposal.at.toMillis() === at.toMillis();
}

/** Names one proposal of one person. */
export interface ProposalName {
  readonly proposer: InviteeId;
  /** When it was made, in milliseconds since 1970. */
  readonly at: number;
}

export function proposalName(proposer: InviteeId, { at }: TimeProposal): string {
  return `${proposer}.${at.toMillis()}`;
}

/** Null for what names none. */
export function readProposalName(name: string): ProposalName | null {
  const [, proposer, at] = /^([\w-]{1,64})\.(\d{1,16})$/.exec(name) ?? [];
  return proposer && at ? { proposer: proposer as InviteeId, at: Number(at) } : null;
}
