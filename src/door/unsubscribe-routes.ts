import express, { type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';
import type { LinkKeys } from '../domain/join-link.ts';
import type { Clock } from '../ports/clock.ts';
import type { Unsubscribe } from '../usecases/unsubscribe.ts';
import { answerProblem } from './answer-problem.ts';
import type { Assets } from './assets.ts';
import { answerFailures } from './failure.ts';
import { keptNowhere } from './headers.ts';
import { makeDoorLimits } from './limits.ts';
import { makeNonce } from './nonce.ts';
import { makeOnlyFromOurPage, type OfLink } from './own-page.ts';
import { BAD_BODY, methodNotAllowed, type Problem, STALE_PAGE, UNKNOWN_LINK, WRONG_ORIGIN } from './problem.ts';
import { unsubscribePage } from './unsubscribe-page.ts';

const BODY_LIMIT = '2kb';

/** In either form that mail programs may send (RFC 8058, 3.2): `List-Unsubscribe=One-Click`, or a part of that name. */
const ONE_CLICK = /^List-Unsubscribe=One-Click$|name="?List-Unsubscribe"?\r?\n(?:.+\r?\n)*\r?\nOne-Click\r?\n/m;

/**
 * `/unsubscribe/:link` from reminders by mail. Looking changes nothing, since mail scanners look, and some send what forms
 * they find. One click in a mail program comes from no page and needs no more than the link (RFC 8058, 3.1); a press on our
 * page is proven as one of Join is.
 */
export function unsubscribeRoutes(deps: {
  readonly unsubscribe: Unsubscribe;
  readonly assets: Assets;
  readonly publicUrl: string;
  readonly nonceKeys: LinkKeys;
  readonly clock: Clock;
  readonly log: Logger;
}): Router {
  const { unsubscribe, assets, publicUrl, nonceKeys, clock, log } = deps;
  const answer = (req: Request, res: Response, problem: Problem) => answerProblem(assets, req, res, problem);
  const limits = makeDoorLimits(answer);
  const onlyFromOurPage = makeOnlyFromOurPage({
    door: unsubscribe,
    ownOrigin: new URL(publicUrl).origin,
    nonceKeys,
    limits,
    answer: (req, res, problem) => answer(req, res, { ...problem, ...NOT_OUR_PAGE[problem.code] }),
    clock,
  });

  const look: OfLink = async (req, res, next) => {
    const { link } = req.params;
    const subscription = await unsubscribe.look(link);
    if (subscription === null) return next();
    res.send(unsubscribePage(assets, subscription, makeNonce(nonceKeys[0], link, clock.now())));
  };

  const endAtOneClick: OfLink = async (req, res, next) => {
    if (req.is('json')) return next();
    const isOneClick = typeof req.body === 'string' && ONE_CLICK.test(req.body);
    if (isOneClick) await unsubscribe.choose(req.params.link, false);
    await look(req, res, () => next('route'));
  };

  const choose: OfLink = async (req, res, next) => {
    const { reminders } = (req.body ?? {}) as { reminders?: unknown };
    if (typeof reminders !== 'boolean') return answer(req, res, BAD_BODY);
    if (await unsubscribe.choose(req.params.link, reminders)) res.json({ reminders });
    else next();
  };

  const takeForm = express.text({
    type: ['application/x-www-form-urlencoded', 'multipart/form-data'],
    limit: BODY_LIMIT,
  });
  const takeJson = express.json({ limit: BODY_LIMIT });
  const router = Router({ caseSensitive: true, strict: true });
  router.use('/unsubscribe', keptNowhere);
  router.all('/unsubscribe/:link', (req, res, next) =>
    ['GET', 'HEAD', 'POST'].includes(req.method) ? next() : answer(req, res, methodNotAllowed('GET, HEAD, POST')),
  );
  router.get('/unsubscribe/:link', look);
  router.post('/unsubscribe/:link', takeForm, endAtOneClick, onlyFromOurPage, limits.presses, takeJson, choose);
  router.use('/unsubscribe', limits.failures, (req, res) => answer(req, res, UNKNOWN_LINK));
  router.use('/unsubscribe', answerFailures(log, answer));
  return router;
}

const AGAIN = 'Load this page again and press the button there.';
const NOT_OUR_PAGE: Readonly<Record<string, Partial<Problem>>> = {
  [STALE_PAGE.code]: { detail: AGAIN },
  [WRONG_ORIGIN.code]: { title: 'This did not come from our page', detail: AGAIN },
};
