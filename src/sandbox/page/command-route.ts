import type { RequestHandler } from 'express';
import type { DispatchAnswer } from './contract.ts';
import type { PageContext } from './page-context.ts';
import { sendProblem } from './problems.ts';
import { readCommandRequest } from './requests.ts';

/** `POST /sandbox/command`: sends what was typed as this person. */
export function commandRoute({ slack, time, workspace, log, command, sendClock }: PageContext): RequestHandler {
  return async (req, res) => {
    const request = readCommandRequest(req.body);
    if (request === null) return sendProblem(res, 'bad_request');
    const viewer = workspace.viewer(request.user);
    if (viewer === null) return sendProblem(res, 'unknown_person');
    if (!viewer.isIn(request.channel)) return sendProblem(res, 'unknown_conversation');
    const [typedCommand, text] = splitLine(request.line);
    if (typedCommand !== command) return sendProblem(res, 'not_a_command');

    const { user, channel } = request;
    const at = time.now();
    const answer = await slack.command({ team: workspace.team.id, user, channel, command, text });
    log.add(user, { at, kind: 'command', sent: { command, text, channel }, ...answer });
    await sendClock();
    res.json({ status: answer.status, ackMs: answer.ackMs } satisfies DispatchAnswer);
  };
}

function splitLine(line: string): [command: string, text: string] {
  const trimmed = line.trim();
  const end = trimmed.search(/\s/);
  return end === -1 ? [trimmed, ''] : [trimmed.slice(0, end), trimmed.slice(end).trim()];
}
