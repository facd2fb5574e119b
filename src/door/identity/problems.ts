import type { SlackPerson } from '../../domain/slack-person.ts';
import type { SignInProblem } from '../../usecases/accept-sign-in.ts';
import { type Problem, UNKNOWN_LINK } from '../problem.ts';
import { type MissingProof, signInPath } from './missing-proof.ts';

/** Why a press on Join is not enough. */
export function missingProofProblem(proof: MissingProof): Problem {
  if (proof.kind === 'code') return CODE_NEEDED;
  return proof.signedInAs === null
    ? {
        code: 'sign_in',
        status: 403,
        title: 'Please sign in with Slack first',
        detail: 'Open your join link in a browser and press Sign in with Slack there.',
      }
    : {
        code: 'wrong_person',
        status: 403,
        title: 'This link is for somebody else',
        detail: 'Sign in as the person whom this link is for, or ask the organizer for a link of your own.',
      };
}

const CODE_NEEDED: Problem = {
  code: 'code_needed',
  status: 403,
  title: 'Please give the code from the mail first',
  detail: 'Open your join link in a browser and have the code sent there.',
};

export const SIGN_IN_EXPIRED: Problem = {
  code: 'sign_in_expired',
  status: 403,
  title: 'This sign-in is over',
  detail: 'It was begun in another browser, was used already, or took too long. Open your join link and sign in again.',
};

export function signInDeclined(ticket: string): Problem {
  return {
    code: 'sign_in_declined',
    status: 403,
    title: 'You did not sign in',
    detail: 'This meeting lets in only people who sign in with Slack. You can try again, or ask the organizer.',
    action: { label: 'Sign in with Slack', href: signInPath(ticket) },
  };
}

export function signInRefused(ticket: string): Problem {
  return {
    code: 'sign_in_refused',
    status: 403,
    title: 'Slack did not confirm who you are',
    detail: 'Please try again. If this keeps happening, tell the organizer.',
    action: { label: 'Sign in with Slack', href: signInPath(ticket) },
  };
}

export function slackUnavailable(ticket: string): Problem {
  return {
    code: 'sign_in_unavailable',
    status: 503,
    title: 'Slack does not answer',
    detail: 'Signing in is not possible at the moment. Your link is fine: please try again in a few seconds.',
    retryAfterSeconds: 5,
    action: { label: 'Try again', href: signInPath(ticket) },
  };
}

/** Why somebody who did sign in is not led to the link. */
export function signInProblem(problem: SignInProblem, { name, user }: SlackPerson, ticket: string): Problem {
  if (problem.kind === 'unknown-link') return UNKNOWN_LINK;
  return {
    code: 'wrong_person',
    status: 403,
    title: `This link is for somebody else in ${problem.workspaceName || 'the workspace of this meeting'}`,
    detail: `You are signed in as ${name ?? user}. Sign in as another person, or ask the organizer for a link of your own.`,
    action: { label: 'Sign in as another person', href: signInPath(ticket) },
  };
}
