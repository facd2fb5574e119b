import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import type { SlackSimulator } from '../slack-simulator/simulator.ts';
import { actionRoute } from './action-route.ts';
import { clockRoute } from './clock-route.ts';
import { commandRoute } from './command-route.ts';
import type { ClockView } from './contract.ts';
import { DispatchLog } from './dispatch-log.ts';
import { EventStreams } from './event-streams.ts';
import { requireLoopbackHost, requireOwnSite, requireSameOrigin } from './guard.ts';
import type { PageContext } from './page-context.ts';
import { sendProblem } from './problems.ts';
import type { SandboxTime } from './sandbox-time.ts';
import { seenRoute } from './seen-route.ts';
import type { PageAssets } from './shell.ts';
import { viewRoutes } from './view-routes.ts';
import { Workspace } from './workspace.ts';

export interface SandboxPageParts {
  readonly slack: SlackSimulator;
  readonly time: SandboxTime;
  readonly assets: PageAssets;
  /** The first team of the simulator unless given. */
  readonly teamId?: string;
  /** `/meet` unless given. */
  readonly command?: string;
  /** Path prefix of join links, `/j/` unless given; the page's guide looks out for a press on one. */
  readonly joinPath?: string;
  /** Told of every failure that the page answers with "something broke". */
  readonly report: (error: unknown) => void;
}

/** The browser's side of the sandbox, to be mounted under `/sandbox` of the app's own origin. */
export function sandboxPage(parts: SandboxPageParts): Router {
  const context = contextOf(parts);
  parts.slack.watch((change) => {
    context.streams.send((viewer) => viewer.eventOf(change));
    if (change.kind === 'message' || change.kind === 'message-deleted') context.sendUnread();
  });

  const router = express.Router();
  router.use(withPlainHeaders, requireLoopbackHost, requireOwnSite);
  router.use(viewRoutes(context, parts.assets));
  router.use(requireSameOrigin, express.json({ limit: '64kb' }));
  router.post('/command', commandRoute(context));
  router.post('/action', actionRoute(context));
  router.post('/clock', clockRoute(context));
  router.post('/seen', seenRoute(context));
  router.use(failureAnswer(parts.report));
  return router;
}

function contextOf({ slack, time, teamId, command = '/meet', joinPath = '/j/' }: SandboxPageParts): PageContext {
  const team = teamId ?? slack.teams()[0]?.id;
  if (team === undefined) throw new Error('The simulated Slack has no workspace.');
  const workspace = new Workspace(slack, team);
  const streams = new EventStreams();
  const clock = async (): Promise<ClockView> => ({ now: time.now(), nextMeeting: await time.nextMeeting() });
  return {
    slack,
    time,
    workspace,
    streams,
    log: new DispatchLog(),
    command,
    joinPath,
    clock,
    sendClock: async () => {
      const view = await clock();
      streams.send(() => ({ kind: 'clock', clock: view }));
    },
    sendUnread: () => streams.send((viewer) => ({ kind: 'unread', unread: workspace.unread(viewer) })),
  };
}

function withPlainHeaders(_req: Request, res: Response, next: NextFunction): void {
  res.set({
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  next();
}

function failureAnswer(report: (error: unknown) => void) {
  return (error: unknown, _req: Request, res: Response, next: NextFunction): void => {
    const problem = problemOf(error);
    if (problem === 'failed') report(error);
    if (res.headersSent) next(error);
    else sendProblem(res, problem);
  };
}

/** Errors with a status are the JSON reader's. */
function problemOf(error: unknown): 'too_large' | 'bad_request' | 'failed' {
  const status = error instanceof Error && 'status' in error ? error.status : 500;
  if (status === 413) return 'too_large';
  return status === 400 || status === 415 ? 'bad_request' : 'failed';
}
