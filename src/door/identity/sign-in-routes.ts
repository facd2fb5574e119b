import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Logger } from 'pino';
import { SignInFault, type SignInService } from '../../ports/sign-in.ts';
import type { AcceptSignIn, WorkspaceOfTicket } from '../../usecases/accept-sign-in.ts';
import { keptNowhere } from '../headers.ts';
import { methodNotAllowed, type Problem, UNKNOWN_LINK } from '../problem.ts';
import type { Attempts } from './attempts.ts';
import { SIGN_IN_EXPIRED, signInDeclined, signInProblem, signInRefused, slackUnavailable } from './problems.ts';
import type { Sessions } from './sessions.ts';

/** `GET /auth/slack?for=<ticket>` sends to Slack, `GET /auth/slack/callback` takes who comes back from there. */
export function signInRoutes(deps: {
  readonly signIn: SignInService;
  readonly workspaceOf: WorkspaceOfTicket;
  readonly accept: AcceptSignIn;
  readonly attempts: Attempts;
  readonly sessions: Sessions;
  /** For tickets and answers that no honest page sends. */
  readonly failures: RequestHandler;
  readonly answer: (req: Request, res: Response, problem: Problem) => void;
  readonly log: Pick<Logger, 'error' | 'warn'>;
}): Router {
  const { signIn, workspaceOf, accept, attempts, sessions, failures, answer, log } = deps;

  const begin: RequestHandler = async (req, res, next) => {
    const ticket = textOf(req.query['for']);
    const workspace = await workspaceOf(ticket);
    if (workspace === null) {
      failures(req, res, () => answer(req, res, UNKNOWN_LINK));
      return;
    }
    const attempt = await attempts.begin(res, ticket);
    await orProblem(req, res, ticket, next, async () => {
      res.redirect(303, await signIn.addressFor(attempt, workspace));
    });
  };

  const end: RequestHandler = async (req, res, next) => {
    const { state, code, error } = req.query;
    const attempt = await attempts.end(req, res, state);
    if (!attempt) {
      failures(req, res, () => answer(req, res, SIGN_IN_EXPIRED));
      return;
    }
    const { ticket } = attempt;
    if (error !== undefined || textOf(code) === '') return answer(req, res, signInDeclined(ticket));
    await orProblem(req, res, ticket, next, async () => {
      const person = await signIn.personOf(textOf(code), attempt);
      const accepted = await accept(ticket, person);
      await sessions.begin(res, person);
      if (accepted.ok) res.redirect(303, new URL(accepted.value).pathname);
      else answer(req, res, signInProblem(accepted.problem, person, ticket));
    });
  };

  async function orProblem(
    req: Request,
    res: Response,
    ticket: string,
    next: (error: unknown) => void,
    run: () => Promise<void>,
  ): Promise<void> {
    try {
      await run();
    } catch (error) {
      if (!(error instanceof SignInFault)) return next(error);
      if (error.kind === 'refused') log.error({ err: error }, 'a sign-in with Slack was refused');
      else log.warn({ err: error }, 'Slack cannot be asked who somebody is');
      answer(req, res, error.kind === 'refused' ? signInRefused(ticket) : slackUnavailable(ticket));
    }
  }

  // Not HEAD either: what only looks at addresses must not use up a sign-in.
  const onlyGet: RequestHandler = (req, res, next) =>
    req.method === 'GET' ? next() : answer(req, res, methodNotAllowed('GET'));

  return Router({ caseSensitive: true, strict: true })
    .use('/auth/slack', keptNowhere)
    .all(['/auth/slack', '/auth/slack/callback'], onlyGet)
    .get('/auth/slack', begin)
    .get('/auth/slack/callback', end);
}

/** A parameter that comes twice is a list, and good for nothing. */
function textOf(parameter: unknown): string {
  return typeof parameter === 'string' ? parameter : '';
}
