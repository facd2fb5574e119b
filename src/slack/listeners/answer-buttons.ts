import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { AnswerMeeting } from '../../usecases/answer-meeting.ts';
import type { LocaleOf } from '../../usecases/locale-of.ts';
import { ANSWERS, readPressValue } from '../views/actions.ts';
import { answerProblemText } from '../views/answer-problem-text.ts';
import { words } from '../views/blocks.ts';
import { answeringPress, presserOf } from './answering-press.ts';

/** Accept, Maybe and Decline. The card itself shows what was answered, so only a refusal is said in words. */
export function registerAnswerButtons(
  app: App,
  deps: {
    readonly answerMeeting: AnswerMeeting;
    readonly localeOf: LocaleOf;
    readonly apiUrl: string;
    readonly log: Pick<Logger, 'error'>;
  },
): void {
  const { answerMeeting, localeOf, apiUrl, log } = deps;
  for (const [action, is] of Object.entries(ANSWERS)) {
    app.action<BlockAction<ButtonAction>>(action, async (press) => {
      await answeringPress(press, apiUrl, log, async () => {
        const { workspace, user } = presserOf(press);
        const value = readPressValue(press.action.value ?? '');
        const answered = value?.occurrence
          ? await answerMeeting({
              workspace,
              meeting: value.meeting,
              occurrence: value.occurrence,
              who: { user },
              is,
              startsAt: value.startsAtSeconds === null ? null : DateTime.fromSeconds(value.startsAtSeconds),
            })
          : ({ ok: false, problem: { kind: 'not-invited' } } as const);
        return answered.ok ? null : words(answerProblemText(answered.problem, await localeOf(workspace, user)));
      });
    });
  }
}
