import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Logger } from 'pino';
import { html } from '../html/html.ts';
import type { Unsubscribe } from '../usecases/unsubscribe.ts';
import { answerProblem } from './answer-problem.ts';
import type { Assets } from './assets.ts';
import { answerFailures } from './failure.ts';
import { keptNowhere } from './headers.ts';
import { layout } from './layout.ts';
import { makeDoorLimits } from './limits.ts';
import { methodNotAllowed, type Problem, UNKNOWN_LINK } from './problem.ts';

const BODY_LIMIT = '2kb';

/** In either form that mail programs may send (RFC 8058, 3.2): `List-Unsubscribe=One-Click`, or a part of that name. */
const ONE_CLICK = /^List-Unsubscribe=One-Click$|name="?List-Unsubscribe"?\r?\n(?:.+\r?\n)*\r?\nOne-Click\r?\n/m;

/**
 * `/unsubscribe/:token` from reminders by mail. Looking changes nothing, since mail scanners look. A press on our page and
 * one in a mail program, which comes from no page, are the same POST: the token is proof enough to be left in peace.
 */
export function unsubscribeRoutes(deps: {
  readonly unsubscribe: Unsubscribe;
  readonly assets: Assets;
  readonly log: Logger;
}): Router {
  const { unsubscribe, assets, log } = deps;
  const answer = (req: Request, res: Response, problem: Problem) => answerProblem(assets, req, res, problem);
  const limits = makeDoorLimits(answer);

  const look: RequestHandler<{ token: string }> = async (req, res, next) => {
    const title = await unsubscribe.look(req.params.token);
    if (title === null) return next();
    res.send(askingPage(assets, title));
  };

  const end: RequestHandler<{ token: string }> = async (req, res, next) => {
    const isOneClick = typeof req.body === 'string' && ONE_CLICK.test(req.body);
    if (!isOneClick) return void look(req, res, next);
    if (!(await unsubscribe.end(req.params.token))) return next();
    res.send(donePage(assets));
  };

  const takeForm = express.text({
    type: ['application/x-www-form-urlencoded', 'multipart/form-data'],
    limit: BODY_LIMIT,
  });
  const router = Router({ caseSensitive: true, strict: true });
  router.use('/unsubscribe', keptNowhere);
  router.all('/unsubscribe/:token', (req, res, next) =>
    ['GET', 'HEAD', 'POST'].includes(req.method) ? next() : answer(req, res, methodNotAllowed('GET, HEAD, POST')),
  );
  router.get('/unsubscribe/:token', look);
  router.post('/unsubscribe/:token', takeForm, end);
  router.use('/unsubscribe', limits.failures, (req, res) => answer(req, res, UNKNOWN_LINK));
  router.use('/unsubscribe', answerFailures(log, answer));
  return router;
}

function askingPage(assets: Assets, title: string): string {
  return layout(assets, {
    title: 'Reminders',
    body: html`<main class="card notice">
<h1>No more reminders?</h1>
<p>You will get no more reminders of <bdi>${title}</bdi> by e-mail. You stay invited, and changes of the time still reach you.</p>
<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click">
<button class="button" type="submit">Stop the reminders</button></form>
</main>`,
  });
}

function donePage(assets: Assets): string {
  return layout(assets, {
    title: 'Reminders',
    body: html`<main class="card notice">
<h1>No more reminders</h1>
<p>You get none of this meeting any more. You stay invited, and your link works as before.</p>
</main>`,
  });
}
