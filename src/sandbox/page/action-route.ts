import type { RequestHandler } from 'express';
import type { DispatchAnswer } from './contract.ts';
import type { PageContext } from './page-context.ts';
import { sendProblem } from './problems.ts';
import { readActionRequest } from './requests.ts';

/** `POST /sandbox/action`: presses a button of a message that this person sees. */
export function actionRoute({ slack, time, workspace, log, sendClock }: PageContext): RequestHandler {
  return async (req, res) => {
    const request = readActionRequest(req.body);
    if (request === null) return sendProblem(res, 'bad_request');
    const viewer = workspace.viewer(request.user);
    if (viewer === null) return sendProblem(res, 'unknown_person');
    if (!viewer.sees(request.channel, request.ts)) return sendProblem(res, 'unknown_message');

    const { user, channel, ts, actionId, blockId } = request;
    const at = time.now();
    const block = blockId === null ? {} : { blockId };
    const answer = await slack.press({ team: workspace.team.id, user, channel, ts, actionId, ...block });
    log.add(user, { at, kind: 'action', sent: { actionId, channel, ts }, ...answer });
    await sendClock();
    res.json({ status: answer.status, ackMs: answer.ackMs } satisfies DispatchAnswer);
  };
}
