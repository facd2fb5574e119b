import type { Chosen } from '../../sandbox/slack-simulator/simulator.ts';
import { type Json, listOf, objectOf, textOf } from './json.ts';

/** An element that holds a value. */
export interface Field {
  readonly kind: 'field';
  readonly actionId: string;
  readonly blockId: string | null;
  readonly placeholder: string;
  readonly initial: Chosen;
  readonly control: Control;
}

export type Control =
  | { readonly type: 'text'; readonly input: 'text' | 'email' | 'url' | 'number'; readonly isMultiline: boolean }
  | { readonly type: 'date' }
  | { readonly type: 'time'; readonly zone: string | null }
  /** An instant, in seconds since 1970. */
  | { readonly type: 'moment' }
  | { readonly type: 'one'; readonly look: 'menu' | 'radio' | 'overflow'; readonly options: Options }
  | { readonly type: 'many'; readonly options: Options }
  /** Options that the app offers for what is typed. */
  | { readonly type: 'search'; readonly isMany: boolean };

/** Given by the app, or everybody, or every conversation. */
export type Options = readonly Option[] | 'people' | 'conversations';

export interface Option {
  readonly value: string;
  readonly text: string;
  /** As the app sent it. */
  readonly json: Json;
}

const TEXTS = {
  plain_text_input: 'text',
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'number',
} as const;
const INITIAL_IDS = ['initial_user', 'initial_conversation', 'initial_channel'];
const INITIAL_ID_LISTS = ['initial_users', 'initial_conversations', 'initial_channels'];

/** Null for an element that holds no value, or that cannot be read. */
export function readField(json: Json, blockId: unknown = null): Field | null {
  const control = readControl(json);
  const actionId = textOf(json['action_id']);
  if (control === null || actionId === null) return null;
  return {
    kind: 'field',
    actionId,
    blockId: textOf(blockId),
    placeholder: textOf(objectOf(json['placeholder'])['text']) ?? '',
    initial: readInitial(json, control),
    control,
  };
}

/** The options of a select: its own, or those of an answer to a search. */
export function readOptions(json: Json): Option[] {
  const groups = listOf(json['option_groups']).flatMap((group) => listOf(objectOf(group)['options']));
  return [...listOf(json['options']), ...groups].flatMap((item) => readOption(item) ?? []);
}

function readControl(json: Json): Control | null {
  switch (json['type']) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { type: 'text', input: TEXTS[json['type']], isMultiline: json['multiline'] === true };
    case 'datepicker':
      return { type: 'date' };
    case 'timepicker':
      return { type: 'time', zone: textOf(json['timezone']) };
    case 'datetimepicker':
      return { type: 'moment' };
    case 'static_select':
      return { type: 'one', look: 'menu', options: readOptions(json) };
    case 'radio_buttons':
      return { type: 'one', look: 'radio', options: readOptions(json) };
    case 'overflow':
      return { type: 'one', look: 'overflow', options: readOptions(json) };
    case 'users_select':
      return { type: 'one', look: 'menu', options: 'people' };
    case 'conversations_select':
    case 'channels_select':
      return { type: 'one', look: 'menu', options: 'conversations' };
    case 'checkboxes':
    case 'multi_static_select':
      return { type: 'many', options: readOptions(json) };
    case 'multi_users_select':
      return { type: 'many', options: 'people' };
    case 'multi_conversations_select':
    case 'multi_channels_select':
      return { type: 'many', options: 'conversations' };
    case 'external_select':
      return { type: 'search', isMany: false };
    case 'multi_external_select':
      return { type: 'search', isMany: true };
    default:
      return null;
  }
}

function readInitial(json: Json, control: Control): Chosen {
  switch (control.type) {
    case 'text':
      return textOf(json['initial_value']);
    case 'date':
      return textOf(json['initial_date']);
    case 'time':
      return textOf(json['initial_time']);
    case 'moment':
      return typeof json['initial_date_time'] === 'number' ? json['initial_date_time'] : null;
    case 'search':
      return control.isMany
        ? listOf(json['initial_options']).flatMap((item): Json[] => [readOption(item)?.json ?? []].flat())
        : (readOption(json['initial_option'])?.json ?? null);
    case 'one':
      return readOption(json['initial_option'])?.value ?? firstText(INITIAL_IDS.map((name) => json[name]));
    case 'many':
      return [
        ...listOf(json['initial_options']).flatMap((item) => readOption(item)?.value ?? []),
        ...INITIAL_ID_LISTS.flatMap((name) => listOf(json[name])).filter((id) => typeof id === 'string'),
      ];
  }
}

function readOption(value: unknown): Option | null {
  const json = objectOf(value);
  const text = textOf(objectOf(json['text'])['text']);
  const own = textOf(json['value']);
  return text === null || own === null ? null : { value: own, text, json };
}

function firstText(values: readonly unknown[]): string | null {
  return values.map(textOf).find((text) => text !== null) ?? null;
}
