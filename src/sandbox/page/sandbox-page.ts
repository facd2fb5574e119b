import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import type { SlackSimulator } from '../slack-simulator/simulator.ts';
import { actionRoute } from './action-route.ts';
import { clockRoute } from './clock-route.ts';
import { commandRoute } from './command-route.ts';
import type { ClockView, ShortcutView, StreamEvent } from './contract.ts';
import { DispatchLog } from './dispatch-log.ts';
import { EventStreams } from './event-streams.ts';
import { requireLoopbackHost, requireOwnSite, requireSameOrigin } from './guard.ts';
import { mailRoutes } from './mail-routes.ts';
import { type Mailbox, mailView } from './mailbox.ts';
import { closeRoute, homeRoute, shortcutRoute, submitRoute, suggestRoute } from './modal-routes.ts';
import type { PageContext } from './page-context.ts';
import { sendProblem } from './problems.ts';
import { roomsRoute, type ToldRooms } from './rooms-route.ts';
import type { SandboxTime } from './sandbox-time.ts';
import { seenRoute } from './seen-route.ts';
import type { PageAssets } from './shell.ts';
import { viewRoutes } from './view-routes.ts';
import type { Viewer } from './viewer.ts';
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
  /** Whether the app publishes a Home tab; false unless given. */
  readonly hasHome?: boolean;
  /** The app's global shortcuts; none unless given. */
  readonly shortcuts?: readonly ShortcutView[];
  /** What is mailed to people outside Slack; the page has no mail unless given. */
  readonly mailbox?: Mailbox;
  /** Is told what happens in the demonstrations of calls. */
  readonly rooms?: ToldRooms;
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

  parts.slack.watchViews(({ team, user }) => {
    if (team === context.workspace.team.id) context.streams.send((viewer) => viewsOf(viewer, user));
  });

  parts.mailbox?.watch((mail) => context.streams.send(() => ({ kind: 'mail', mail: mailView(mail) })));

  const router = express.Router();
  router.use(withPlainHeaders, requireLoopbackHost, requireOwnSite);
  router.use(viewRoutes(context, parts.assets));
  if (parts.mailbox !== undefined) router.use(mailRoutes(parts.mailbox));
  router.use(requireSameOrigin, express.json({ limit: '64kb' }));
  router.post('/command', commandRoute(context));
  router.post('/action', actionRoute(context));
  router.post('/submit', submitRoute(context));
  router.post('/close', closeRoute(context));
  router.post('/suggest', suggestRoute(context));
  router.post('/home', homeRoute(context));
  router.post('/shortcut', shortcutRoute(context));
  router.post('/clock', clockRoute(context));
  router.post('/seen', seenRoute(context));
  if (parts.rooms) router.post('/rooms', roomsRoute(parts.rooms));
  router.use(failureAnswer(parts.report));
  return router;
}

function viewsOf(viewer: Viewer, user: string): StreamEvent | null {
  if (viewer.person.id !== user) return null;
  return { kind: 'views', modals: viewer.modals(), home: viewer.home() };
}

function contextOf(parts: SandboxPageParts): PageContext {
  const { slack, time, teamId, command = '/meet', joinPath = '/j/' } = parts;
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
    hasHome: parts.hasHome ?? false,
    shortcuts: parts.shortcuts ?? [],
    mailbox: parts.mailbox ?? null,
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
