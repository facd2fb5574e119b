import { boolean, type Field, integer, list, oneOf, optional, type Rule, record, required, string } from './rules.ts';
import { confirmation, option, optionGroup, overflowOption, plainText } from './text-rules.ts';

const ID = 255;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const id = required(string(ID));

function element(type: string, fields: Readonly<Record<string, Field>>): Readonly<Record<string, Rule>> {
  return { [type]: record({ type: required(oneOf(type)), action_id: id, confirm: optional(confirmation), ...fields }) };
}

const placeholder = optional(plainText(150));
const focus = { focus_on_load: optional(boolean) };
const texts = list(string(ID), 1, 100);
const options = list(option, 1, 100);
const many = { max_selected_items: optional(integer(1, 1000)), placeholder, ...focus };
const filter = optional(
  record({
    include: optional(list(oneOf('im', 'mpim', 'private', 'public'), 1, 4)),
    exclude_bot_users: optional(boolean),
    exclude_external_shared_channels: optional(boolean),
  }),
);
const conversations = {
  default_to_current_conversation: optional(boolean),
  filter,
  response_url_enabled: optional(boolean),
};
const typed = {
  initial_value: optional(string(3000)),
  placeholder,
  dispatch_action_config: optional(
    record({ trigger_actions_on: optional(list(oneOf('on_enter_pressed', 'on_character_entered'), 1, 2)) }),
  ),
  ...focus,
};

export const button: Readonly<Record<string, Rule>> = element('button', {
  text: required(plainText(75)),
  url: optional(string(3000)),
  value: optional(string(2000)),
  style: optional(oneOf('primary', 'danger')),
  accessibility_label: optional(string(75)),
});

export const overflow: Readonly<Record<string, Rule>> = element('overflow', {
  options: required(list(overflowOption, 1, 5)),
});

export const choices: Readonly<Record<string, Rule>> = {
  ...element('radio_buttons', { options: required(list(option, 1, 10)), initial_option: optional(option), ...focus }),
  ...element('checkboxes', {
    options: required(list(option, 1, 10)),
    initial_options: optional(list(option, 1, 10)),
    ...focus,
  }),
  ...element('datepicker', { initial_date: optional(string(10, DATE)), placeholder, ...focus }),
  ...element('timepicker', {
    initial_time: optional(string(5, TIME)),
    timezone: optional(string(ID)),
    placeholder,
    ...focus,
  }),
  ...element('datetimepicker', { initial_date_time: optional(integer(1_000_000_000, 9_999_999_999)), ...focus }),
};

/** A select takes either `options` or `option_groups`; the block rules look at that. */
const menuOptions = { options: optional(options), option_groups: optional(list(optionGroup, 1, 100)) };

export const selects: Readonly<Record<string, Rule>> = {
  ...element('static_select', { ...menuOptions, initial_option: optional(option), placeholder, ...focus }),
  ...element('external_select', {
    min_query_length: optional(integer(0, 255)),
    initial_option: optional(option),
    placeholder,
    ...focus,
  }),
  ...element('users_select', { initial_user: optional(string(ID)), placeholder, ...focus }),
  ...element('conversations_select', {
    initial_conversation: optional(string(ID)),
    ...conversations,
    placeholder,
    ...focus,
  }),
  ...element('channels_select', { initial_channel: optional(string(ID)), placeholder, ...focus }),
  ...element('multi_static_select', { ...menuOptions, initial_options: optional(options), ...many }),
  ...element('multi_external_select', {
    min_query_length: optional(integer(0, 255)),
    initial_options: optional(options),
    ...many,
  }),
  ...element('multi_users_select', { initial_users: optional(texts), ...many }),
  ...element('multi_conversations_select', { initial_conversations: optional(texts), ...conversations, ...many }),
  ...element('multi_channels_select', { initial_channels: optional(texts), ...many }),
};

export const inputs: Readonly<Record<string, Rule>> = {
  ...element('plain_text_input', {
    multiline: optional(boolean),
    min_length: optional(integer(0, 3000)),
    max_length: optional(integer(1, 3000)),
    ...typed,
  }),
  ...element('email_text_input', typed),
  ...element('url_text_input', typed),
  ...element('number_input', {
    is_decimal_allowed: required(boolean),
    min_value: optional(string(ID)),
    max_value: optional(string(ID)),
    ...typed,
  }),
};

export const image: Readonly<Record<string, Rule>> = {
  image: record({
    type: required(oneOf('image')),
    image_url: required(string(3000)),
    alt_text: required(string(2000)),
  }),
};
