import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Logger } from 'pino';
import type { FindRecording, RecordingProblem } from '../usecases/find-recording.ts';
import { answerProblem } from './answer-problem.ts';
import type { Assets } from './assets.ts';
import { answerFailures } from './failure.ts';
import { keptNowhere } from './headers.ts';
import { makeDoorLimits } from './limits.ts';
import { methodNotAllowed, type Problem, UNKNOWN_LINK } from './problem.ts';

/** The links to recordings, under `/recordings`: each leads on to where the file is now. */
export function recordingRoutes(deps: {
  readonly findRecording: FindRecording;
  readonly assets: Assets;
  readonly log: Logger;
}): Router {
  const { findRecording, assets, log } = deps;
  const answer = (req: Request, res: Response, problem: Problem) => answerProblem(assets, req, res, problem);
  const limits = makeDoorLimits(answer);

  const leadOn: RequestHandler<{ link: string }> = async (req, res, next) => {
    const found = await findRecording(req.params.link);
    if (found.ok) res.redirect(302, found.value);
    else if (found.problem.kind === 'unknown-link') next();
    else answer(req, res, PROBLEMS[found.problem.kind]);
  };

  const router = Router({ caseSensitive: true, strict: true });
  router.use('/recordings', keptNowhere);
  router.all('/recordings/:link', (req, res, next) =>
    ['GET', 'HEAD'].includes(req.method) ? next() : answer(req, res, methodNotAllowed('GET, HEAD')),
  );
  router.get('/recordings/:link', leadOn);
  router.use('/recordings', limits.failures, (req, res) => answer(req, res, UNKNOWN_LINK));
  router.use('/recordings', answerFailures(log, answer));
  return router;
}

const PROBLEMS: Readonly<Record<Exclude<RecordingProblem['kind'], 'unknown-link'>, Problem>> = {
  'not-ready': {
    code: 'recording_not_ready',
    status: 503,
    title: 'The recording is not ready yet',
    detail: 'The video service is still working on it. Please try again in a few minutes.',
    retryAfterSeconds: 60,
  },
  gone: {
    code: 'recording_gone',
    status: 410,
    title: 'The recording is not there any more',
    detail: 'The video service keeps recordings for some days only, and this one is gone.',
  },
  unavailable: {
    code: 'recording_unavailable',
    status: 503,
    title: 'The video service does not answer',
    detail: 'The recording cannot be looked up at the moment. Please try again in a minute.',
    retryAfterSeconds: 30,
  },
};
