import type { Chosen } from '../simulator.ts';
import type { StateValues } from '../views.ts';
import { elementsOf } from './block-rules.ts';
import { isRecord } from './rules.ts';

export type Element = Readonly<Record<string, unknown>>;

/** Where an element's state stands in a payload, where its first value comes from, and what "nothing" looks like. */
const STATE_FIELDS: Readonly<Record<string, readonly [field: string, initial: string, empty: null | readonly []]>> = {
  static_select: ['selected_option', 'initial_option', null],
  external_select: ['selected_option', 'initial_option', null],
  radio_buttons: ['selected_option', 'initial_option', null],
  overflow: ['selected_option', '', null],
  users_select: ['selected_user', 'initial_user', null],
  conversations_select: ['selected_conversation', 'initial_conversation', null],
  channels_select: ['selected_channel', 'initial_channel', null],
  checkboxes: ['selected_options', 'initial_options', []],
  multi_static_select: ['selected_options', 'initial_options', []],
  multi_external_select: ['selected_options', 'initial_options', []],
  multi_users_select: ['selected_users', 'initial_users', []],
  multi_conversations_select: ['selected_conversations', 'initial_conversations', []],
  multi_channels_select: ['selected_channels', 'initial_channels', []],
  datepicker: ['selected_date', 'initial_date', null],
  timepicker: ['selected_time', 'initial_time', null],
  datetimepicker: ['selected_date_time', 'initial_date_time', null],
  plain_text_input: ['value', 'initial_value', null],
  email_text_input: ['value', 'initial_value', null],
  url_text_input: ['value', 'initial_value', null],
  number_input: ['value', 'initial_value', null],
};

/** The state of these blocks as they were sent, before anybody touched them. */
export function initialState(blocks: readonly Element[]): StateValues {
  const entries = blocks.map((block): [string, Record<string, Element>] => {
    const states = elementsOf(block)
      .filter((element) => element['type'] !== 'overflow')
      .flatMap((element): [string, Element][] => {
        const state = elementState(element);
        return state ? [[String(element['action_id']), state]] : [];
      });
    return [String(block['block_id']), Object.fromEntries(states)];
  });
  return Object.fromEntries(entries.filter(([, states]) => Object.keys(states).length > 0));
}

/**
 * The state of one element, null for one that has none (a button).
 *
 * @param chosen what the person chose: text, an option's value, an id, seconds; lists where several can be chosen
 */
export function elementState(element: Element, chosen?: Chosen): Element | null {
  const type = String(element['type']);
  const fields = STATE_FIELDS[type];
  if (!fields) return null;
  const [field, initial, empty] = fields;
  const value = chosen === undefined ? (element[initial] ?? empty) : chosenValue(element, field, chosen);
  const zone = type === 'timepicker' && element['timezone'] ? { timezone: element['timezone'] } : {};
  return { type, [field]: value, ...zone };
}

function chosenValue(element: Element, field: string, chosen: Chosen): unknown {
  if (field === 'selected_option') return chosen === null ? null : findOption(element, chosen);
  if (field === 'selected_options') return many(chosen).map((value) => findOption(element, value));
  return chosen;
}

function many(chosen: Chosen): readonly Chosen[] {
  return Array.isArray(chosen) ? chosen : [chosen];
}

/** External options are loaded from the app, so the whole option has to be given. */
function findOption(element: Element, chosen: unknown): unknown {
  if (isRecord(chosen)) return chosen;
  const groups = Array.isArray(element['option_groups']) ? element['option_groups'] : [element];
  const option = groups
    .flatMap((group: unknown) => (isRecord(group) && Array.isArray(group['options']) ? group['options'] : []))
    .find((candidate: unknown) => isRecord(candidate) && candidate['value'] === chosen);
  if (!option) throw new Error(`${String(element['action_id'])} has no option of this value`);
  return option;
}

/** The element of this action id, with its block. @throws Error when there is none, or more than one to choose from */
export function findElement(
  blocks: readonly Element[],
  { actionId, blockId }: { readonly actionId: string; readonly blockId?: string },
): { block: Element; element: Element } {
  const found = blocks
    .filter((block) => blockId === undefined || block['block_id'] === blockId)
    .flatMap((block) => elementsOf(block).map((element) => ({ block, element })))
    .filter(({ element }) => element['action_id'] === actionId);
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${found.length} elements with the action id ${actionId}`);
  return only;
}
