import { type Element, elementState, findElement, initialState } from '../blocks/element-state.ts';
import { blocksOf, messageJson } from '../methods/message-json.ts';
import type { AppAnswer, Chosen, Press } from '../simulator.ts';
import { findMessage } from '../state/messages.ts';
import { makeResponseUrl } from '../state/response-urls.ts';
import type { StateValues } from '../views.ts';
import { personContext } from './person-context.ts';
import type { Dispatcher } from './slack.ts';
import { standing } from './stage.ts';

/** Presses a button of a message, or changes another element of it, as `block_actions`. */
export async function pressInMessage(dispatcher: Dispatcher, press: Press): Promise<AppAnswer> {
  const { world } = dispatcher;
  const { workspace, conversation, person } = standing(world, press);
  const ephemeral = workspace.ephemerals.get(person.id)?.find(({ ts }) => ts === press.ts);
  const message = findMessage(conversation, press.ts) ?? ephemeral;
  if (!message) throw new Error(`no message ${press.ts} in ${press.channel}`);
  const blocks = blocksOf(message);
  const { block, element } = findElement(blocks, press);
  const action = actionJson(block, element, press.value, world.clock());
  const isEphemeral = message === ephemeral;
  const source = { ts: message.ts, isEphemeral };
  const target = { team: workspace.id, user: person.id, channel: conversation.id, source };
  const payload = {
    type: 'block_actions',
    ...personContext(world, workspace, person),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: conversation.id,
      is_ephemeral: isEphemeral,
    },
    channel: { id: conversation.id, name: conversation.kind === 'im' ? 'directmessage' : conversation.name },
    ...(isEphemeral ? {} : { message: messageJson(world, workspace, message) }),
    state: { values: withAction(initialState(blocks), block, element, press.value) },
    response_url: makeResponseUrl(world, target),
    actions: [action],
  };
  const request = dispatcher.signForm({ payload: JSON.stringify(payload) });
  return (await dispatcher.deliver(`block_actions ${press.actionId}`, request)).answer;
}

/** One entry of `actions`. */
export function actionJson(block: Element, element: Element, chosen: Chosen | undefined, atMs: number): Element {
  const { type, action_id, text, value, style } = element;
  const own = type === 'button' ? { text, value, style } : elementState(element, chosen);
  return { type, action_id, block_id: block['block_id'], ...own, action_ts: (atMs / 1_000).toFixed(6) };
}

/** The state with what was chosen just now. */
export function withAction(state: StateValues, block: Element, element: Element, chosen?: Chosen): StateValues {
  const changed = element['type'] === 'overflow' ? null : elementState(element, chosen);
  if (!changed) return state;
  const blockId = String(block['block_id']);
  return { ...state, [blockId]: { ...state[blockId], [String(element['action_id'])]: changed } };
}
