import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { Logger } from 'pino';
import type { ResendUnreached } from '../../usecases/resend-unreached.ts';
import { RESEND_UNREACHED, readPressValue } from '../views/actions.ts';
import { resendProblemText } from '../views/answer-problem-text.ts';
import { words } from '../views/blocks.ts';
import { partiesText } from '../views/mrkdwn.ts';
import { answeringPress, presserOf } from './answering-press.ts';

/** Resend, on the card of the organizer: tries again to reach whoever could not be reached. */
export function registerResendButton(
  app: App,
  deps: { readonly resendUnreached: ResendUnreached; readonly apiUrl: string; readonly log: Pick<Logger, 'error'> },
): void {
  const { resendUnreached, apiUrl, log } = deps;
  app.action<BlockAction<ButtonAction>>(RESEND_UNREACHED, async (press) => {
    await answeringPress(press, apiUrl, log, async () => {
      const value = readPressValue(press.action.value ?? '');
      if (!value) return words(resendProblemText({ kind: 'not-yours' }));
      const { action_ts } = press.action;
      const again = await resendUnreached({ ...presserOf(press), meeting: value.meeting, press: action_ts });
      return words(again.ok ? `Trying again to reach ${partiesText(again.value)}.` : resendProblemText(again.problem));
    });
  });
}
