import type { AllMiddlewareArgs, App, BlockAction, ButtonAction } from '@slack/bolt';
import type { Logger } from 'pino';
import { refuse } from '../../domain/result.ts';
import { newReference } from '../../log/reference.ts';
import type { UndoMeeting } from '../../usecases/undo-meeting.ts';
import { readPressValue, UNDO_MEETING } from '../views/actions.ts';
import { words } from '../views/blocks.ts';
import { FORM_TITLE } from '../views/form/modals.ts';
import { sayingModal } from '../views/modals/modal.ts';
import { undoneText } from '../views/undone-text.ts';
import { answeringPress, type Press, presserOf } from './answering-press.ts';

/** Undo, under the private answer to a command or in the modal of the form: what became of it takes the place of either. */
export function registerUndoButton(
  app: App,
  deps: { readonly undoMeeting: UndoMeeting; readonly apiUrl: string; readonly log: Pick<Logger, 'error'> },
): void {
  const { undoMeeting, apiUrl, log } = deps;

  app.action<BlockAction<ButtonAction>>(UNDO_MEETING, async (press) => {
    if (press.body.view) await inModal(press, press.body.view.id);
    else await answeringPress(press, apiUrl, log, async () => words(await undo(press)), true);
  });

  /** There is no address to answer to. */
  async function inModal(press: Press & AllMiddlewareArgs, view: string): Promise<void> {
    await press.ack();
    const said = await undo(press).catch((error: unknown) => {
      const reference = newReference();
      log.error({ reference, err: error }, 'a press in a modal failed');
      return `Something broke on our side, so please look whether it was undone. (Reference ${reference})`;
    });
    await press.client.views.update({ view_id: view, view: sayingModal(FORM_TITLE, said) });
  }

  async function undo(press: Press): Promise<string> {
    const value = readPressValue(press.action.value ?? '');
    return undoneText(value ? await undoMeeting(presserOf(press), value.meeting) : refuse({ kind: 'unknown-meeting' }));
  }
}
