import type { Clock } from '../../ports/clock.ts';
import type { ScheduleMeeting } from '../../usecases/schedule-meeting.ts';
import { words } from '../views/blocks.ts';
import { preview } from '../views/preview.ts';
import { problemText } from '../views/problem-text.ts';
import { scheduledAnswer } from '../views/scheduled-answer.ts';
import type { ScheduleNew } from './verb-buttons.ts';

/** A press takes as long as it takes: nobody has been told that nothing was saved. */
const NEVER_ABORTED = new AbortController().signal;

/** Schedules what could have been a change to a meeting, once for each command. */
export function makeScheduleNew(deps: {
  readonly command: string;
  readonly scheduleMeeting: ScheduleMeeting;
  readonly clock: Clock;
}): ScheduleNew {
  const { command, scheduleMeeting, clock } = deps;
  return async ({ workspace, user }, { text, request }, workspaceName) => {
    const signal = NEVER_ABORTED;
    const outcome = await scheduleMeeting({
      workspace,
      workspaceName,
      organizer: user,
      triggerId: request,
      text,
      channel: null,
      signal,
    });
    if (!outcome.ok) return words(problemText(outcome.problem, command));
    const { meeting } = outcome.value;
    return meeting.status === 'draft'
      ? preview(outcome.value, clock.now())
      : scheduledAnswer(outcome.value, clock.now());
  };
}
