import type { AnswerProblem } from '../../usecases/answer-meeting.ts';
import type { ResendProblem } from '../../usecases/resend-unreached.ts';
import type { SnoozeProblem } from '../../usecases/snooze-reminder.ts';
import type { UndoProblem } from '../../usecases/undo-meeting.ts';
import { momentText } from './moment-text.ts';

/** Why an answer was not taken. */
export function answerProblemText(problem: AnswerProblem, locale: string): string {
  switch (problem.kind) {
    case 'not-invited':
      return 'You are not invited to this meeting, so there is nothing to answer. Please ask its organizer.';
    case 'cancelled':
      return 'This meeting was cancelled, so there is nothing to answer.';
    case 'over':
      return 'This meeting is over, so your answer was not saved.';
    case 'moved':
      return movedText(problem, locale, 'your answer was not saved');
  }
}

/** @param consequence as in `so nobody was asked` */
export function movedText(
  { startsAt }: AnswerProblem & { kind: 'moved' },
  locale: string,
  consequence: string,
): string {
  const now = startsAt ? ` to ${momentText(startsAt, { zone: startsAt.zoneName ?? 'UTC', locale })}` : '';
  return `This meeting has moved${now} in the meantime, so ${consequence}. Please look at it again.`;
}

/** Why somebody is not reminded again. */
export function snoozeProblemText(problem: SnoozeProblem, locale: string): string {
  switch (problem.kind) {
    case 'not-invited':
      return 'You are not invited to this meeting any more, so there is nothing to remind you of.';
    case 'cancelled':
      return 'This meeting was cancelled, so there is nothing to remind you of.';
    case 'too-late':
      return 'It starts too soon to remind you once more. You can join it now.';
    case 'moved': {
      const { startsAt } = problem;
      const now = startsAt ? ` to ${momentText(startsAt, { zone: startsAt.zoneName ?? 'UTC', locale })}` : '';
      return `This meeting has moved${now} in the meantime. You will be reminded of its new time.`;
    }
  }
}

/** Why a meeting was not taken back. */
export function undoProblemText(problem: UndoProblem): string {
  switch (problem.kind) {
    case 'unknown-meeting':
    case 'not-allowed':
    case 'unknown-person':
    case 'unknown-occurrence':
      return 'You cannot undo this meeting. Nothing was changed.';
    case 'over':
      return 'It has begun, so it cannot be undone any more. You can still end or cancel it.';
    case 'not-scheduled':
      return problem.status === 'cancelled'
        ? 'This meeting was cancelled already, and everybody was told.'
        : 'There is nothing to undo any more.';
  }
}

/** Why nothing was sent again. */
export function resendProblemText(problem: ResendProblem): string {
  switch (problem.kind) {
    case 'not-yours':
      return 'Only the organizer and the hosts of this meeting can send this again.';
    case 'nobody-left':
      return 'Everybody has been reached in the meantime, or is being tried again already.';
  }
}
