import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { LocaleOf } from '../../usecases/locale-of.ts';
import type { SnoozeReminder } from '../../usecases/snooze-reminder.ts';
import { readPressValue, SNOOZE_REMINDER } from '../views/actions.ts';
import { snoozeProblemText } from '../views/answer-problem-text.ts';
import { words } from '../views/blocks.ts';
import { answeringPress, presserOf } from './answering-press.ts';

/** "Remind me in 5 minutes", under a reminder. */
export function registerSnoozeButton(
  app: App,
  deps: {
    readonly snoozeReminder: SnoozeReminder;
    readonly localeOf: LocaleOf;
    readonly apiUrl: string;
    readonly log: Pick<Logger, 'error'>;
  },
): void {
  const { snoozeReminder, localeOf, apiUrl, log } = deps;
  app.action<BlockAction<ButtonAction>>(SNOOZE_REMINDER, async (press) => {
    await answeringPress(press, apiUrl, log, async () => {
      const { workspace, user } = presserOf(press);
      const value = readPressValue(press.action.value ?? '');
      const { startsAtSeconds = null } = value ?? {};
      const snoozed = value?.occurrence
        ? await snoozeReminder({
            workspace,
            meeting: value.meeting,
            occurrence: value.occurrence,
            user,
            startsAt: startsAtSeconds === null ? null : DateTime.fromSeconds(startsAtSeconds),
          })
        : ({ ok: false, problem: { kind: 'not-invited' } } as const);
      if (!snoozed.ok) return words(snoozeProblemText(snoozed.problem, await localeOf(workspace, user)));
      return words('All right, I will remind you again in 5 minutes.');
    });
  });
}
