import type { KnownBlock, MrkdwnElement } from '@slack/types';
import { plainLine } from '../../domain/plain-text.ts';
import type { Rendered } from './render-message.ts';

/** A sentence or two in Slack's mrkdwn, safe to send as it is. */
export function words(text: string): Rendered {
  return { text, blocks: [sectionBlock(text)] };
}

/**
 * Text in Slack's mrkdwn. `verbatim`: of what people typed, plain addresses and names become no links
 * (docs.slack.dev/reference/block-kit/composition-objects/text-object).
 */
export function mrkdwn(text: string): MrkdwnElement {
  return { type: 'mrkdwn', text, verbatim: true };
}

export function sectionBlock(text: string): KnownBlock {
  return { type: 'section', text: mrkdwn(text) };
}

export function contextBlock(text: string): KnownBlock {
  return { type: 'context', elements: [mrkdwn(text)] };
}

/** Slack takes 150 characters in a header and counts as JavaScript does: an emoji is two or more. */
export function headerBlock(text: string): KnownBlock {
  const fitting = text.length > 150 ? plainLine(text, 75) : text;
  return { type: 'header', text: { type: 'plain_text', text: fitting, emoji: false } };
}

const LONGEST_SECTION = 3_000;

/** As many of these lines as Slack takes in a section. */
export function linesBlock(lines: readonly string[]): KnownBlock {
  return sectionBlock(linesText(lines));
}

/** As many of these lines as fit into so many characters. */
export function linesText(lines: readonly string[], longest = LONGEST_SECTION): string {
  const upTo = (count: number) =>
    count < lines.length ? [...lines.slice(0, count), `… and ${lines.length - count} more`] : lines;
  let count = lines.length;
  while (upTo(count).join('\n').length > longest) count -= 1;
  return upTo(count).join('\n');
}
