import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { SlackUserId } from '../../../domain/ids.ts';
import type { MessageSaid, OpenForm } from '../../../usecases/open-form.ts';
import { EDIT_MEETING, readPressValue } from '../../views/actions.ts';
import { visitorOf } from '../showing-modal.ts';
import type { OpenEdit } from './opening-edit.ts';
import type { OpenModal } from './opening-modals.ts';

export const SCHEDULE_SHORTCUT = 'schedule_meeting';
export const ABOUT_MESSAGE_SHORTCUT = 'meet_about_message';

/** Everything that opens the form besides the command: the shortcuts, and Edit on a meeting or a draft. */
export function registerFormOpeners(
  app: App,
  deps: {
    readonly openForm: OpenForm;
    readonly openModal: OpenModal;
    readonly openEdit: OpenEdit;
    readonly apiUrl: string;
  },
): void {
  const { openForm, openModal, openEdit, apiUrl } = deps;

  app.shortcut({ type: 'shortcut', callback_id: SCHEDULE_SHORTCUT }, async ({ ack, body, client }) => {
    await ack();
    const visitor = visitorOf({ body, client }, apiUrl);
    await openModal(visitor, () => openForm.blank(visitor.workspace, visitor.user));
  });

  app.shortcut({ type: 'message_action', callback_id: ABOUT_MESSAGE_SHORTCUT }, async (chosen) => {
    await chosen.ack();
    const visitor = visitorOf(chosen, apiUrl);
    const said = messageSaid(chosen.body.message);
    await openModal(visitor, () => openForm.about(visitor.workspace, visitor.user, said));
  });

  app.action<BlockAction<ButtonAction>>(EDIT_MEETING, async (press) => {
    await press.ack();
    await openEdit(visitorOf(press, apiUrl), readPressValue(press.action.value ?? ''));
  });
}

/** Its author and those who answered in its thread, as far as Slack says; the text brings those it names. */
function messageSaid(message: Readonly<Record<string, unknown>>): MessageSaid {
  const { text, user, bot_id: bot, reply_users: answered } = message;
  const people = [...(bot ? [] : [user]), ...(Array.isArray(answered) ? answered : [])];
  const isPerson = (id: unknown): id is SlackUserId => typeof id === 'string' && /^[UW][A-Z0-9]+$/.test(id);
  return { text: typeof text === 'string' ? text.slice(0, 3_000) : '', people: people.filter(isPerson) };
}
