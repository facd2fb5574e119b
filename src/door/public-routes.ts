import { randomBytes } from 'node:crypto';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Logger } from 'pino';
import type { LinkKeys } from '../domain/join-link.ts';
import type { Clock } from '../ports/clock.ts';
import type { LookAtPublicMeeting } from '../usecases/look-at-public-meeting.ts';
import type { VisitPublicMeeting } from '../usecases/visit-public-meeting.ts';
import { answerProblem } from './answer-problem.ts';
import type { Assets } from './assets.ts';
import { answerFailures } from './failure.ts';
import { keptNowhere } from './headers.ts';
import { makeDoorLimits } from './limits.ts';
import { makeNonce, readNonce } from './nonce.ts';
import { methodNotAllowed, type Problem, STALE_PAGE, UNKNOWN_LINK, WRONG_ORIGIN } from './problem.ts';
import { publicPage } from './public-page.ts';
import { visitProblem } from './public-words.ts';
import { readerLocale } from './reader-locale.ts';
import { isSameOrigin } from './same-origin.ts';

/** A name, in whatever script, and no more. */
const BODY_LIMIT = '1kb';

/**
 * The shared link of a public meeting, under `/m`: looking changes nothing, and a name typed into our own page is
 * answered with a personal link.
 */
export function publicRoutes(deps: {
  readonly look: LookAtPublicMeeting;
  readonly visit: VisitPublicMeeting;
  readonly assets: Assets;
  readonly publicUrl: string;
  readonly nonceKeys: LinkKeys;
  readonly clock: Clock;
  readonly log: Logger;
}): Router {
  const { look, visit, assets, publicUrl, nonceKeys, clock, log } = deps;
  const ownOrigin = new URL(publicUrl).origin;
  const answer = (req: Request, res: Response, problem: Problem) => answerProblem(assets, req, res, problem);
  const limits = makeDoorLimits(answer);

  const showPage: RequestHandler<{ link: string }> = async (req, res, next) => {
    const { link } = req.params;
    const view = await look(link);
    if (view === null) return next();
    const mark = randomBytes(16).toString('base64url');
    const nonce = `${mark}.${makeNonce(nonceKeys[0], `${link} ${mark}`, clock.now())}`;
    res.send(publicPage({ assets, view, nonce, locale: readerLocale(req) }));
  };

  const onlyFromOurPage: RequestHandler<{ link: string }> = (req, res, next) => {
    const { link } = req.params;
    const isOwn = isSameOrigin(req.headers, ownOrigin);
    const [, mark = '', sent = ''] = /^([\w-]{22})\.(.+)$/.exec(req.get('X-Join-Nonce') ?? '') ?? [];
    const nonce = readNonce(nonceKeys, `${link} ${mark}`, clock.now(), sent);
    if (isOwn && nonce === 'good') {
      res.locals['page'] = mark;
      return next();
    }
    const refuse = () => answer(req, res, isOwn ? STALE_PAGE : WRONG_ORIGIN);
    const fail = isOwn && nonce === 'old' ? refuse : () => limits.failures(req, res, refuse);
    look(link).then((view) => (view === null ? next('route') : fail()), next);
  };

  const giveLink: RequestHandler<{ link: string }> = async (req, res, next) => {
    const { name } = (req.body ?? {}) as { name?: unknown };
    const visited = await visit(req.params.link, typeof name === 'string' ? name : '', String(res.locals['page']));
    if (visited.ok) res.json({ url: visited.value });
    else if (visited.problem.kind === 'unknown-link') next();
    else answer(req, res, visitProblem(visited.problem));
  };

  const router = Router({ caseSensitive: true, strict: true });
  router.use('/m', keptNowhere);
  router.all('/m/:link', (req, res, next) =>
    ['GET', 'HEAD', 'POST'].includes(req.method) ? next() : answer(req, res, methodNotAllowed('GET, HEAD, POST')),
  );
  router.get('/m/:link', showPage);
  router.post('/m/:link', onlyFromOurPage, limits.visits, express.json({ limit: BODY_LIMIT }), giveLink);
  router.use('/m', limits.failures, (req, res) => answer(req, res, UNKNOWN_LINK));
  router.use('/m', answerFailures(log, answer));
  return router;
}
