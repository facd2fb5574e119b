import type { InputBlock, PlainTextElement, PlainTextOption } from '@slack/types';
import { plainLine } from '../../../domain/plain-text.ts';

const LONGEST_OPTION = 75;

export function plainText(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

/** Slack takes 75 characters in an option's text, and an empty one not at all. */
export function option(text: string, value: string): PlainTextOption {
  const fitting = text.length > LONGEST_OPTION ? plainLine(text, LONGEST_OPTION / 2) : text;
  return { text: plainText(fitting || value), value };
}

/** An input under its own block id, which is its action id too. */
export function input(
  id: string,
  label: string,
  element: (id: { action_id: string }) => InputBlock['element'],
  more: { readonly optional?: true; readonly hint?: string; readonly dispatch?: boolean } = {},
): InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: plainText(label),
    element: element({ action_id: id }),
    ...(more.optional ? { optional: true } : {}),
    ...(more.hint ? { hint: plainText(more.hint) } : {}),
    ...(more.dispatch ? { dispatch_action: true } : {}),
  };
}
