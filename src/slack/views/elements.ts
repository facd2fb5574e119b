import type { InputBlock, PlainTextElement, PlainTextOption } from '@slack/types';
import { plainLine } from '../../domain/plain-text.ts';

const LONGEST_OPTION = 75;

export function plainText(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

/** Slack takes 75 characters, as JavaScript counts them, in an option's text. */
export function choice(text: string, value: string): PlainTextOption {
  const fitting = text.length > LONGEST_OPTION ? plainLine(text, Math.floor(LONGEST_OPTION / 2)) : text;
  return { text: plainText(fitting || value), value };
}

/** An input under its own block id, which is its action id too. @param more `dispatch`: a change of it is told at once */
export function field(
  id: string,
  label: string,
  element: InputBlock['element'],
  more: { readonly optional?: true; readonly hint?: string; readonly dispatch?: true } = {},
): InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: plainText(label),
    element: { ...element, action_id: id } as InputBlock['element'],
    ...(more.optional ? { optional: true } : {}),
    ...(more.hint ? { hint: plainText(more.hint) } : {}),
    ...(more.dispatch ? { dispatch_action: true } : {}),
  };
}
