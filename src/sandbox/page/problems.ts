import type { Response } from 'express';
import type { ProblemView } from './contract.ts';

const PROBLEMS = {
  wrong_host: [403, 'The sandbox answers on localhost only.'],
  wrong_origin: [403, 'This request came from another site.'],
  bad_request: [400, 'The sandbox could not read this request.'],
  too_large: [413, 'This is more than the sandbox takes.'],
  not_a_command: [400, 'The sandbox passes on commands only. Start with the slash.'],
  unknown_person: [404, 'There is nobody of that name here who could act.'],
  unknown_conversation: [404, 'This person is not in that conversation.'],
  unknown_message: [404, 'That message is not there any more.'],
  unknown_view: [404, 'That form is not open any more.'],
  unknown_shortcut: [404, 'The app has no such shortcut.'],
  unknown_file: [404, 'There is no such file.'],
  unknown_mail: [404, 'There is no such mail.'],
  too_many_windows: [503, 'Too many sandbox windows are open.'],
  no_meeting: [409, 'No meeting is planned yet. Schedule one first.'],
  meeting_too_close: [409, 'The next meeting starts in less than five minutes already.'],
  in_the_past: [409, 'The clock moves forward only.'],
  not_a_time: [400, 'That is not a date and time.'],
  too_far: [409, 'The clock moves one year at most.'],
  failed: [500, 'Something broke. The terminal that runs the sandbox says what.'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof PROBLEMS;

export function sendProblem(res: Response, code: ProblemCode): void {
  const [status, title] = PROBLEMS[code];
  res
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ code, title } satisfies ProblemView));
}
