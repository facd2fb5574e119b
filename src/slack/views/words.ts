import type { KnownBlock } from '@slack/types';
import type { Rendered } from './render-message.ts';

/** A sentence or two in Slack's mrkdwn, safe to send as it is. */
export function words(text: string): Rendered {
  return { text, blocks: [sectionBlock(text)] };
}

export function sectionBlock(text: string): KnownBlock {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

export function contextBlock(text: string): KnownBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text }] };
}
