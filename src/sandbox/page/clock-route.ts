import type { RequestHandler } from 'express';
import type { JumpAnswer } from './contract.ts';
import { planJump } from './jump.ts';
import type { PageContext } from './page-context.ts';
import { sendProblem } from './problems.ts';
import { readClockRequest } from './requests.ts';

/** `POST /sandbox/clock`: moves the clock forward for everybody and says how many messages that caused. */
export function clockRoute({ slack, time, workspace, clock, sendClock }: PageContext): RequestHandler {
  return async (req, res) => {
    const request = readClockRequest(req.body);
    if (request === null) return sendProblem(res, 'bad_request');
    const viewer = workspace.viewer(request.user);
    if (viewer === null) return sendProblem(res, 'unknown_person');
    const target = planJump(request.jump, await clock(), viewer.person.tz);
    if (!target.ok) return sendProblem(res, target.problem);

    let newMessages = 0;
    let changedMessages = 0;
    const stopWatching = slack.watch(({ kind }) => {
      if (kind === 'message') newMessages += 1;
      if (kind === 'message-changed') changedMessages += 1;
    });
    try {
      await time.jumpTo(target.value);
    } finally {
      stopWatching();
    }
    await sendClock();
    res.json({ clock: await clock(), newMessages, changedMessages } satisfies JumpAnswer);
  };
}
