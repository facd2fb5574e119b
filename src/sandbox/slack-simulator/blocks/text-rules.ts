import { boolean, list, oneOf, optional, type Rule, record, required, string, variant } from './rules.ts';

/** Text objects: https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export function plainText(max: number): Rule {
  return record({ type: required(oneOf('plain_text')), text: required(string(max)), emoji: optional(boolean) });
}

function mrkdwn(max: number): Rule {
  return record({ type: required(oneOf('mrkdwn')), text: required(string(max)), verbatim: optional(boolean) });
}

export function anyText(max: number): Rule {
  return variant({ plain_text: plainText(max), mrkdwn: mrkdwn(max) });
}

export const confirmation: Rule = record({
  title: required(plainText(100)),
  text: required(anyText(300)),
  confirm: required(plainText(30)),
  deny: required(plainText(30)),
  style: optional(oneOf('primary', 'danger')),
});

export const option: Rule = record({
  text: required(anyText(75)),
  value: required(string(150)),
  description: optional(anyText(75)),
});

export const overflowOption: Rule = record({
  text: required(plainText(75)),
  value: required(string(150)),
  description: optional(plainText(75)),
  url: optional(string(3000)),
});

export const optionGroup: Rule = record({ label: required(plainText(75)), options: required(list(option, 1, 100)) });
