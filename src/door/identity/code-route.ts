import type { Request, Response } from 'express';
import type { DateTime } from 'luxon';
import type { Clock } from '../../ports/clock.ts';
import type { IssueProblem } from '../../usecases/issue-guest-code.ts';
import type { OfLink } from '../own-page.ts';
import { type Problem, UNKNOWN_LINK } from '../problem.ts';
import type { GuestSessions } from './guest-sessions.ts';
import type { GuestIdentity } from './identity.ts';

/** `POST /j/:link/code`: has a code mailed, and with `{ code }` takes it. */
export function codeRoute(deps: {
  readonly guests: GuestIdentity;
  readonly sessions: GuestSessions;
  readonly answer: (req: Request, res: Response, problem: Problem) => void;
  readonly clock: Clock;
}): OfLink {
  const { guests, sessions, answer, clock } = deps;

  return async (req, res, next) => {
    const { link } = req.params;
    const { code } = (req.body ?? {}) as { code?: unknown };
    const refuse = (problem: IssueProblem) =>
      problem.kind === 'unknown-link' ? next() : answer(req, res, problemOf(problem, clock.now()));
    if (typeof code !== 'string') {
      const issued = await guests.issue(link);
      if (issued.ok) res.status(202).json(issued.value);
      else refuse(issued.problem);
      return;
    }
    const proven = await guests.prove(link, code);
    if (!proven.ok) return refuse(proven.problem);
    await sessions.begin(res, link, proven.value);
    res.json({ proven: true });
  };
}

function problemOf(problem: IssueProblem, now: DateTime): Problem {
  switch (problem.kind) {
    case 'unknown-link':
      return UNKNOWN_LINK;
    case 'wait-for-code':
      return {
        code: 'wait_for_code',
        status: 429,
        title: 'A code was sent already',
        detail:
          'Please look in your mailbox, and in its spam folder. If it is not there, ask for another code a little later.',
        retryAfterSeconds: Math.max(1, Math.ceil(problem.until.diff(now).as('seconds'))),
      };
    case 'wrong-code':
      return {
        code: 'wrong_code',
        status: 403,
        title: 'That is not the code',
        detail: `Take the one from the newest mail. You can try ${problem.triesLeft} more ${problem.triesLeft === 1 ? 'time' : 'times'}.`,
      };
    case 'code-over':
      return {
        code: 'code_over',
        status: 403,
        title: 'This code does not work any more',
        detail: 'It was used, is older than ten minutes, or was tried too often. Please have another one sent.',
      };
  }
}
