import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { SlackUserId } from '../../../domain/ids.ts';
import type { MessageSaid, OpenForm } from '../../../usecases/open-form.ts';
import { originOf } from '../../origin-of.ts';
import { EDIT_MEETING, readPressValue } from '../../views/actions.ts';
import type { OpenEdit } from './opening-edit.ts';
import type { OpenModal } from './opening-modals.ts';

export const SCHEDULE_SHORTCUT = 'schedule_meeting';
export const ABOUT_MESSAGE_SHORTCUT = 'meet_about_message';

/** Everything that opens the form besides the command: the shortcuts, and Edit on a meeting or a draft. */
export function registerFormOpeners(app: App, openForm: OpenForm, openModal: OpenModal, openEdit: OpenEdit): void {
  app.shortcut({ type: 'shortcut', callback_id: SCHEDULE_SHORTCUT }, async ({ ack, body, client }) => {
    await ack();
    const who = whoOf(body);
    await openModal({ ...who, client, triggerId: body.trigger_id }, () => openForm.blank(who.workspace, who.user));
  });

  app.shortcut({ type: 'message_action', callback_id: ABOUT_MESSAGE_SHORTCUT }, async ({ ack, body, client }) => {
    await ack();
    const who = whoOf(body);
    const said = messageSaid(body.message);
    await openModal({ ...who, client, triggerId: body.trigger_id }, () =>
      openForm.about(who.workspace, who.user, said),
    );
  });

  app.action<BlockAction<ButtonAction>>(EDIT_MEETING, async ({ ack, body, action, client }) => {
    await ack();
    await openEdit({ ...whoOf(body), client, triggerId: body.trigger_id }, readPressValue(action.value ?? ''));
  });
}

interface Sent {
  readonly is_enterprise_install?: boolean | undefined;
  readonly enterprise?: { readonly id: string } | null | undefined;
  readonly team?: { readonly id: string } | null | undefined;
  readonly user: { readonly id: string };
}

function whoOf(body: Sent) {
  const workspace = originOf(body).workspace;
  return { workspace, user: body.user.id as SlackUserId };
}

/** Its author and those who answered in its thread, as far as Slack says; the text brings those it names. */
function messageSaid(message: Readonly<Record<string, unknown>>): MessageSaid {
  const { text, user, bot_id: bot, reply_users: answered } = message;
  const people = [...(bot ? [] : [user]), ...(Array.isArray(answered) ? answered : [])];
  const isPerson = (id: unknown): id is SlackUserId => typeof id === 'string' && /^[UW][A-Z0-9]+$/.test(id);
  return { text: typeof text === 'string' ? text.slice(0, 3_000) : '', people: people.filter(isPerson) };
}
