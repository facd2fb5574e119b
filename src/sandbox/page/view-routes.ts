import { type Request, type Response, Router } from 'express';
import type { LogView, SandboxState } from './contract.ts';
import { mailView } from './mailbox.ts';
import type { PageContext } from './page-context.ts';
import { sendProblem } from './problems.ts';
import { CONTENT_SECURITY_POLICY, ICON, type PageAssets, shell } from './shell.ts';
import type { Viewer } from './viewer.ts';

const CALLS_SHOWN = 40;

/** What the page is shown: the shell, one person's state, their stream, their files and the log. Nothing is changed. */
export function viewRoutes(context: PageContext, assets: PageAssets): Router {
  const { slack, workspace, streams, log } = context;
  const router = Router();

  router.get('/', (_req, res) => {
    res.set('content-security-policy', CONTENT_SECURITY_POLICY).type('html').send(shell(assets));
  });

  router.get('/icon.svg', (_req, res) => {
    res.type('svg').send(ICON);
  });

  router.get('/state', async (req, res) => {
    const viewer = req.query['user'] === undefined ? workspace.firstViewer() : viewerOf(req, res);
    if (viewer === null) return;
    const state: SandboxState = {
      ...workspace.state(viewer, context.command),
      joinPath: context.joinPath,
      hasHome: context.hasHome,
      shortcuts: context.shortcuts,
      mails: context.mailbox?.mails().map(mailView) ?? null,
      clock: await context.clock(),
    };
    res.json(state);
  });

  router.get('/stream', (req, res) => {
    const viewer = viewerOf(req, res);
    if (viewer === null) return;
    if (streams.isFull) return sendProblem(res, 'too_many_windows');
    streams.open(res, viewer);
  });

  router.get('/log', (req, res) => {
    const viewer = viewerOf(req, res);
    if (viewer === null) return;
    const calls = slack.calls().slice(-CALLS_SHOWN).reverse();
    const view: LogView = {
      dispatches: log.of(viewer.person.id),
      calls: calls.map(({ method, at, outcome }) => ({ method, at, outcome })),
      violations: slack.violations(),
    };
    res.json(view);
  });

  router.get('/files/:id', (req, res) => {
    const viewer = viewerOf(req, res);
    if (viewer === null) return;
    const file = slack.file(req.params.id);
    if (file === null || !file.sharedIn.some((channel) => viewer.isIn(channel)))
      return sendProblem(res, 'unknown_file');
    res.attachment(file.name);
    res.type(file.name.endsWith('.ics') ? 'text/calendar' : 'application/octet-stream').send(Buffer.from(file.bytes));
  });

  function viewerOf(req: Request, res: Response): Viewer | null {
    const user = req.query['user'];
    const viewer = typeof user === 'string' ? workspace.viewer(user) : null;
    if (viewer === null) sendProblem(res, 'unknown_person');
    return viewer;
  }

  return router;
}
