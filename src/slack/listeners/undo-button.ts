import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { Logger } from 'pino';
import type { UndoMeeting } from '../../usecases/undo-meeting.ts';
import { readPressValue, UNDO_MEETING } from '../views/actions.ts';
import { undoProblemText } from '../views/answer-problem-text.ts';
import { words } from '../views/blocks.ts';
import { escapeMrkdwn } from '../views/mrkdwn.ts';
import { answeringPress, presserOf } from './answering-press.ts';

/** Undo, under the private answer to a command: that answer is replaced by what became of it. */
export function registerUndoButton(
  app: App,
  deps: { readonly undoMeeting: UndoMeeting; readonly apiUrl: string; readonly log: Pick<Logger, 'error'> },
): void {
  const { undoMeeting, apiUrl, log } = deps;
  app.action<BlockAction<ButtonAction>>(UNDO_MEETING, async (press) => {
    const undo = async () => {
      const value = readPressValue(press.action.value ?? '');
      const undone = value && (await undoMeeting(presserOf(press), value.meeting));
      if (!undone) return words(undoProblemText({ kind: 'unknown-meeting' }));
      if (!undone.ok) return words(undoProblemText(undone.problem));
      return words(`Undone: “${escapeMrkdwn(undone.value.title)}”. Its messages and files are being removed.`);
    };
    await answeringPress(press, apiUrl, log, undo, true);
  });
}
