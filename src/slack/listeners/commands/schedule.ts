import type { Clock } from '../../../ports/clock.ts';
import type { OpenForm } from '../../../usecases/open-form.ts';
import type { ScheduleMeeting } from '../../../usecases/schedule-meeting.ts';
import { words } from '../../views/blocks.ts';
import { preview } from '../../views/preview.ts';
import { problemText } from '../../views/problem-text.ts';
import { scheduledAnswer } from '../../views/scheduled-answer.ts';
import type { Verb } from './verb.ts';

/** Whatever is no other verb: a meeting, or the form for what is lacking of one. */
export function scheduleVerb(
  {
    scheduleMeeting,
    openForm,
    clock,
  }: {
    readonly scheduleMeeting: ScheduleMeeting;
    readonly openForm: OpenForm;
    readonly clock: Clock;
  },
  command: string,
): Verb {
  return {
    takes: () => true,
    async answer({ text, channel, user, ...typed }) {
      if (text === '') {
        const instead = `I could not open the form. Please try again, or type it in one line: \`${command} standup tomorrow 9am @alice\`.`;
        return { form: () => openForm.blank(typed.workspace, user), instead };
      }
      const outcome = await scheduleMeeting({ ...typed, organizer: user, text, channel });
      if (outcome.ok) {
        const scheduled = outcome.value;
        return scheduled.meeting.status === 'draft'
          ? preview(scheduled, clock.now())
          : scheduledAnswer(scheduled, clock.now());
      }
      const { problem } = outcome;
      const instead = problemText(problem, command);
      if (problem.kind !== 'lacks') return words(instead);
      return { form: () => openForm.lacking(typed.workspace, user, problem), instead };
    },
  };
}
