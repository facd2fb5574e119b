import type { InputBlock, KnownBlock, ModalView, PlainTextElement, PlainTextOption } from '@slack/types';
import { plainLine } from '../../../domain/plain-text.ts';
import { sectionBlock } from '../blocks.ts';

const LONGEST_OPTION = 75;

export function plainText(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

/** Slack takes 75 characters, as JavaScript counts them, in an option's text. */
export function choice(text: string, value: string): PlainTextOption {
  const fitting = text.length > LONGEST_OPTION ? plainLine(text, Math.floor(LONGEST_OPTION / 2)) : text;
  return { text: plainText(fitting || value), value };
}

/** An input under its own block id, which is its action id too. */
export function field(
  id: string,
  label: string,
  element: InputBlock['element'],
  more: { readonly optional?: true; readonly hint?: string } = {},
): InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: plainText(label),
    element: { ...element, action_id: id } as InputBlock['element'],
    ...(more.optional ? { optional: true } : {}),
    ...(more.hint ? { hint: plainText(more.hint) } : {}),
  };
}

/** A modal that is sent. @param metadata a hint only, since everything is checked again when it is sent */
export function askingModal(options: {
  readonly callback: string;
  readonly metadata: string;
  readonly title: string;
  readonly submit: string;
  readonly blocks: KnownBlock[];
}): ModalView {
  const { callback, metadata, title, submit, blocks } = options;
  return {
    type: 'modal',
    callback_id: callback,
    private_metadata: metadata,
    title: plainText(title),
    submit: plainText(submit),
    close: plainText('Back'),
    blocks,
  };
}

/** A sentence or two in Slack's mrkdwn: why there is nothing to ask, or what became of it. */
export function sayingModal(title: string, text: string): ModalView {
  return { type: 'modal', title: plainText(title), close: plainText('Close'), blocks: [sectionBlock(text)] };
}
