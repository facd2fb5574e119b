import type { RequestHandler } from 'express';
import type { ActionPlace } from './contract.ts';
import { dispatch } from './dispatch.ts';
import type { PageContext } from './page-context.ts';
import { sendProblem } from './problems.ts';
import { readActionRequest } from './requests.ts';
import type { Viewer } from './viewer.ts';

/** `POST /sandbox/action`: presses a button, or changes another element, of something that this person sees. */
export function actionRoute(context: PageContext): RequestHandler {
  const { slack, workspace } = context;
  return async (req, res) => {
    const request = readActionRequest(req.body);
    if (request === null) return sendProblem(res, 'bad_request');
    const { user, place, actionId, blockId, value } = request;
    const viewer = workspace.viewer(user);
    if (viewer === null) return sendProblem(res, 'unknown_person');
    if (!sees(viewer, place)) return sendProblem(res, 'unknown_message');

    const { id: team } = workspace.team;
    const optional = { ...(blockId !== null && { blockId }), ...(value !== undefined && { value }) };
    await dispatch(context, res, { user, kind: 'action', sent: { actionId, ...place } }, () =>
      'viewId' in place
        ? slack.pressInView({ team, user, ...place, actionId, ...optional })
        : slack.press({ team, user, ...place, actionId, ...optional }),
    );
  };
}

function sees(viewer: Viewer, place: ActionPlace): boolean {
  return 'viewId' in place ? viewer.hasView(place.viewId) : viewer.sees(place.channel, place.ts);
}
