import type { LimitProblem } from '../../usecases/agreed-meetings.ts';

/** Which limit stands in the way, and what to do about it. Good as plain text too. */
export function limitText(problem: LimitProblem): string {
  if (problem.kind === 'too-many-open-meetings') return openMeetingsText(problem);
  const { of, wanted, left } = problem;
  return of === 'invitations' ? invitationsText(wanted, left) : changesText(wanted, left);
}

function openMeetingsText({ of, most }: Extract<LimitProblem, { kind: 'too-many-open-meetings' }>): string {
  return of === 'ofOrganizer'
    ? `You have ${most} meetings to come, and one person can have no more. Please cancel some that are not needed.`
    : `This workspace has ${most} meetings to come, and can have no more. Please cancel some that are not needed, or ask whoever runs this app to raise OPEN_MEETINGS.`;
}

function invitationsText(wanted: number, left: number): string {
  const allowed = left === 0 ? 'no more of them today' : `only ${left} more of them today`;
  return `That takes ${countOf(wanted, 'invitation')} by e-mail, and this workspace may send ${allowed}. Please leave out guests, share a public meeting’s link with them, or try again ${AGAIN}.`;
}

function changesText(wanted: number, left: number): string {
  const allowed = left === 0 ? 'no more of those today' : `only ${left} more of those today`;
  return `That takes ${countOf(wanted, 'mail')} to guests about the change, and this workspace may send ${allowed}. Please try again ${AGAIN}; cancelling is always possible.`;
}

const AGAIN = 'after midnight UTC';

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
