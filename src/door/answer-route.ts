import type { Request, Response } from 'express';
import { DateTime } from 'luxon';
import type { DoorAnswerProblem } from '../usecases/answer-at-door.ts';
import { ANSWERS } from './answer-words.ts';
import type { Door } from './door.ts';
import type { OfLink } from './own-page.ts';
import { BAD_BODY, type Problem, UNKNOWN_LINK } from './problem.ts';
import { statusWords } from './status-words.ts';

/** `POST /j/:link/answer` with `{ is, startsAt, onlyThisTime }`, the start as the page shows it. */
export function answerRoute(
  door: Pick<Door, 'answer'>,
  answer: (req: Request, res: Response, problem: Problem) => void,
): OfLink {
  return async (req, res, next) => {
    const body = (req.body ?? {}) as { is?: unknown; startsAt?: unknown; onlyThisTime?: unknown };
    const is = ANSWERS.find((one) => one.is === body.is)?.is;
    const startsAt = instantOf(body.startsAt);
    if (!is || !startsAt) return answer(req, res, BAD_BODY);
    const answered = await door.answer(req.params.link, { is, startsAt, onlyThisTime: body.onlyThisTime === true });
    if (answered.ok) res.json({ is: answered.value });
    else if (answered.problem.kind === 'unknown-link') next();
    else answer(req, res, problemOf(answered.problem));
  };
}

function instantOf(text: unknown): DateTime | null {
  const ms = typeof text === 'string' ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? null : DateTime.fromMillis(ms, { zone: 'utc' });
}

function problemOf({ kind }: DoorAnswerProblem): Problem {
  switch (kind) {
    case 'unknown-link':
      return UNKNOWN_LINK;
    case 'moved':
      return {
        code: 'moved',
        status: 409,
        title: 'The meeting was moved meanwhile',
        detail: 'Reload the page to see its new time, and answer to that.',
      };
    case 'not-invited':
    case 'cancelled':
    case 'over': {
      const code = kind === 'over' ? 'ended' : kind === 'cancelled' ? 'cancelled' : 'not_invited';
      const { heading, text } = statusWords(code, 'the organizer');
      return { code, status: code === 'not_invited' ? 403 : 410, title: heading, detail: text };
    }
  }
}
