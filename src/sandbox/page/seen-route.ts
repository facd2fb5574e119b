import type { RequestHandler } from 'express';
import type { PageContext } from './page-context.ts';
import { sendProblem } from './problems.ts';
import { readSeenRequest } from './requests.ts';

/** `POST /sandbox/seen`: this person has looked at a conversation. */
export function seenRoute({ workspace, sendUnread }: PageContext): RequestHandler {
  return (req, res) => {
    const request = readSeenRequest(req.body);
    if (request === null || !/^\d+(\.\d+)?$/.test(request.ts)) return sendProblem(res, 'bad_request');
    const viewer = workspace.viewer(request.user);
    if (viewer === null) return sendProblem(res, 'unknown_person');
    if (!viewer.isIn(request.channel)) return sendProblem(res, 'unknown_conversation');
    workspace.markRead(viewer, request.channel, request.ts);
    sendUnread();
    res.status(204).end();
  };
}
