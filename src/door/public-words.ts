import type { PublicView } from '../usecases/look-at-public-meeting.ts';
import type { VisitProblem } from '../usecases/visit-public-meeting.ts';
import { type Problem, UNKNOWN_LINK } from './problem.ts';

/** Why nobody can come in by this link now; null while they can. */
export function closedWords(status: PublicView['status'], organizer: string): { heading: string; text: string } | null {
  switch (status) {
    case 'open':
      return null;
    case 'ended':
      return {
        heading: 'This meeting is over',
        text: `If you expected it later, please ask ${organizer} for the time.`,
      };
    case 'cancelled':
      return {
        heading: 'This meeting was cancelled',
        text: `There is nothing to join. ${organizer} can tell you more.`,
      };
    case 'not-public':
      return {
        heading: 'This link no longer lets you in',
        text: `The meeting is for invited people only now. Please ask ${organizer} to invite you.`,
      };
  }
}

/** Why a visitor got no link, in words for them. */
export function visitProblem(problem: VisitProblem): Problem {
  switch (problem.kind) {
    case 'unknown-link':
      return UNKNOWN_LINK;
    case 'not-public':
      return {
        code: 'not_invited',
        status: 403,
        title: 'This link no longer lets you in',
        detail: 'Please ask the organizer to invite you.',
      };
    case 'name-needed':
      return {
        code: 'name_needed',
        status: 422,
        title: 'Please say who you are',
        detail: 'The others will see this name.',
      };
    case 'too-many-visitors':
      return {
        code: 'too_many_visitors',
        status: 403,
        title: 'This meeting is full',
        detail: 'No more visitors can come in by this link. Please ask the organizer to invite you.',
      };
  }
}
