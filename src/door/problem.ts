import type { EntryProblem } from '../usecases/enter-meeting.ts';
import { statusCode, utc } from './status.ts';
import { statusWords } from './status-words.ts';

/** A refusal as people and programs read it: RFC 9457, or a page with the same words. */
export interface Problem {
  /** Stable; programs decide by it. */
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** ISO 8601, with `too_early`. */
  readonly opensAt?: string;
  readonly retryAfterSeconds?: number;
  /** Somebody has to mend it: trying again does not help by itself. */
  readonly isLasting?: true;
  /** The methods that work here, with `method_not_allowed`. */
  readonly allow?: string;
  /** What a page offers to do about it. */
  readonly action?: { readonly label: string; readonly href: string };
}

export const UNKNOWN_LINK: Problem = {
  code: 'unknown_link',
  status: 404,
  title: 'This link leads nowhere',
  detail: 'Check that it was copied whole, or open your latest invitation in Slack or in your e-mail.',
};

export const WRONG_ORIGIN: Problem = {
  code: 'wrong_origin',
  status: 403,
  title: 'This did not come from the join page',
  detail: 'Open your join link in a browser and press Join there.',
};

export const STALE_PAGE: Problem = {
  code: 'stale_page',
  status: 403,
  title: 'This page is out of date',
  detail: 'Reload it and press Join again.',
};

export const TOO_LARGE: Problem = {
  code: 'too_large',
  status: 413,
  title: 'That was too much data',
  detail: 'Joining needs no data beyond the link.',
};

export const BAD_BODY: Problem = {
  code: 'bad_request',
  status: 400,
  title: 'That could not be read',
  detail: 'Reload the page and try again.',
};

export const STORE_DOWN: Problem = {
  code: 'unavailable',
  status: 503,
  title: 'Not right now',
  detail: 'We cannot look up this meeting at the moment. Your link is fine: please try again in a few seconds.',
  retryAfterSeconds: 5,
};

/** Trying again does not help by itself, so a page does not. */
const ROOM_REFUSED: Problem = {
  code: 'room_unavailable',
  status: 503,
  title: 'The video service lets nobody in',
  detail:
    'This does not pass by itself. The organizer has been told, and your link stays good: please come back when they say so.',
  isLasting: true,
};

export function methodNotAllowed(allow: string): Problem {
  return {
    code: 'method_not_allowed',
    status: 405,
    title: 'That is not possible here',
    detail: 'Open your join link in a browser.',
    allow,
  };
}

export function rateLimited(retryAfterSeconds: number): Problem {
  return {
    code: 'rate_limited',
    status: 429,
    title: 'Too many tries',
    detail: 'Please wait a moment and try again.',
    retryAfterSeconds,
  };
}

/** @param reference stands in the log beside the error */
export function ourFault(reference: string): Problem {
  return {
    code: 'internal_error',
    status: 500,
    title: 'Something went wrong on our side',
    detail: `Please try again. If this keeps happening, tell the person who runs this server the reference ${reference}.`,
  };
}

/** Why somebody was not let in, in words for them. */
export function entryProblem(problem: EntryProblem): Problem {
  switch (problem.kind) {
    case 'unknown-link':
      return UNKNOWN_LINK;
    case 'other-device':
      return {
        code: 'other_device',
        status: 403,
        title: `This link is for ${problem.name}`,
        detail:
          'It is in use on another device, or in another browser, and lets in only one. Join where you joined before, ' +
          'or ask the organizer for a new link. A private window counts as another device.',
      };
    case 'room-unavailable':
      return problem.isLasting
        ? { ...ROOM_REFUSED, retryAfterSeconds: problem.retryAfterSeconds }
        : {
            code: 'room_unavailable',
            status: 503,
            title: 'The video service does not answer',
            detail: 'Your invitation still holds. This usually passes within a minute.',
            retryAfterSeconds: problem.retryAfterSeconds,
          };
    default: {
      const code = statusCode(problem);
      const { heading, text } = statusWords(code, 'the organizer');
      const status = code === 'ended' || code === 'cancelled' ? 410 : 403;
      const opensAt = problem.kind === 'too-early' ? { opensAt: utc(problem.opensAt) } : {};
      return { code, status, title: heading, detail: text, ...opensAt };
    }
  }
}
