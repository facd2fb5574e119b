import type { RequestHandler } from 'express';
import { dispatch } from './dispatch.ts';
import type { PageContext } from './page-context.ts';
import { sendProblem } from './problems.ts';
import {
  readCloseRequest,
  readHomeRequest,
  readShortcutRequest,
  readSubmitRequest,
  readSuggestRequest,
} from './requests.ts';

/** `POST /sandbox/submit`: sends a modal as it was filled in. */
export function submitRoute(context: PageContext): RequestHandler {
  const { slack, workspace } = context;
  return async (req, res) => {
    const request = readSubmitRequest(req.body);
    if (request === null) return sendProblem(res, 'bad_request');
    const { user, viewId, values } = request;
    if (!workspace.viewer(user)?.hasView(viewId)) return sendProblem(res, 'unknown_view');
    const deed = { user, kind: 'submit', sent: { viewId } } as const;
    await dispatch(context, res, deed, () => slack.submit({ team: workspace.team.id, user, viewId }, values));
  };
}

/** `POST /sandbox/close`: closes a modal by its cross. */
export function closeRoute(context: PageContext): RequestHandler {
  const { slack, workspace } = context;
  return async (req, res) => {
    const request = readCloseRequest(req.body);
    if (request === null) return sendProblem(res, 'bad_request');
    const { user, viewId } = request;
    if (!workspace.viewer(user)?.hasView(viewId)) return sendProblem(res, 'unknown_view');
    const deed = { user, kind: 'close', sent: { viewId } } as const;
    await dispatch(context, res, deed, () => slack.closeView({ team: workspace.team.id, user, viewId }));
  };
}

/** `POST /sandbox/suggest`: answers with the options that the app offers for what was typed. */
export function suggestRoute({ slack, workspace }: PageContext): RequestHandler {
  return async (req, res) => {
    const request = readSuggestRequest(req.body);
    if (request === null) return sendProblem(res, 'bad_request');
    const { user, viewId, actionId, blockId, query } = request;
    if (!workspace.viewer(user)?.hasView(viewId)) return sendProblem(res, 'unknown_view');
    const block = blockId === null ? {} : { blockId };
    const answer = await slack.suggest({ team: workspace.team.id, user, viewId, actionId, query, ...block });
    res.json(answer.body);
  };
}

/** `POST /sandbox/home`: opens the app's Home tab, which the app fills then. */
export function homeRoute(context: PageContext): RequestHandler {
  const { slack, workspace } = context;
  return async (req, res) => {
    const user = readHomeRequest(req.body)?.user;
    if (user === undefined) return sendProblem(res, 'bad_request');
    if (workspace.viewer(user) === null) return sendProblem(res, 'unknown_person');
    const deed = { user, kind: 'home', sent: {} } as const;
    await dispatch(context, res, deed, () => slack.openHome({ team: workspace.team.id, user }));
  };
}

/** `POST /sandbox/shortcut`: uses a global shortcut of the app. */
export function shortcutRoute(context: PageContext): RequestHandler {
  const { slack, workspace, shortcuts } = context;
  return async (req, res) => {
    const request = readShortcutRequest(req.body);
    if (request === null) return sendProblem(res, 'bad_request');
    const { user, callbackId } = request;
    if (workspace.viewer(user) === null) return sendProblem(res, 'unknown_person');
    if (!shortcuts.some((shortcut) => shortcut.callbackId === callbackId)) return sendProblem(res, 'unknown_shortcut');
    const deed = { user, kind: 'shortcut', sent: { callbackId } } as const;
    await dispatch(context, res, deed, () => slack.shortcut({ team: workspace.team.id, user, callbackId }));
  };
}
