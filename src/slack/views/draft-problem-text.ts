import type { DecisionProblem } from '../../usecases/decide-draft.ts';
import { limitText } from './limit-text.ts';
import { momentText } from './moment-text.ts';

/** Why a press on a preview did nothing. */
export function draftProblemText(problem: DecisionProblem, locale: string): string {
  switch (problem.kind) {
    case 'unknown-draft':
      return 'This is not a meeting that you can send. Nothing was sent.';
    case 'choose-first':
      return 'Please choose one of the times first. Nothing was sent.';
    case 'discarded':
      return 'This was discarded already. Nothing was sent.';
    case 'not-a-choice':
      return 'That time was not among the choices any more. Please type the command again.';
    case 'too-many-open-meetings':
    case 'too-many-guest-mails':
      return `${limitText(problem)} Nothing was sent.`;
    case 'starts-in-the-past':
      return `${momentText(problem.startsAt, { zone: problem.startsAt.zoneName, locale })} is past by now. Please type the command again with a time to come.`;
  }
}
