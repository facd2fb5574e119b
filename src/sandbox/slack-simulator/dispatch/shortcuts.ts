import { messageJson } from '../methods/message-json.ts';
import type { AppAnswer, Shortcut } from '../simulator.ts';
import { findMessage } from '../state/messages.ts';
import { makeResponseUrl } from '../state/response-urls.ts';
import { expectWorkspace } from '../state/world.ts';
import { personContext } from './person-context.ts';
import type { Dispatcher } from './slack.ts';
import { expectPerson, standing } from './stage.ts';

/** Uses a shortcut of the app: a global one, or one of a message. */
export async function dispatchShortcut(dispatcher: Dispatcher, shortcut: Shortcut): Promise<AppAnswer> {
  const request = dispatcher.signForm({ payload: JSON.stringify(shortcutPayload(dispatcher, shortcut)) });
  return (await dispatcher.deliver(`shortcut ${shortcut.callbackId}`, request)).answer;
}

function shortcutPayload({ world }: Dispatcher, { team, user, callbackId, message: place }: Shortcut): object {
  const workspace = expectWorkspace(world, team);
  const person = expectPerson(workspace, user);
  const shared = {
    callback_id: callbackId,
    ...personContext(world, workspace, person),
    action_ts: (world.clock() / 1_000).toFixed(6),
  };
  if (!place) return { type: 'shortcut', ...shared };
  const { conversation } = standing(world, { team, user, channel: place.channel });
  const message = findMessage(conversation, place.ts);
  if (!message) throw new Error(`no message ${place.ts} in ${place.channel}`);
  const source = { ts: message.ts, isEphemeral: false };
  return {
    type: 'message_action',
    ...shared,
    message_ts: message.ts,
    channel: { id: conversation.id, name: conversation.kind === 'im' ? 'directmessage' : conversation.name },
    message: messageJson(world, workspace, message),
    response_url: makeResponseUrl(world, { team, user, channel: conversation.id, source }),
  };
}
