import type { Rendered } from './render-message.ts';

/** A plain sentence or two in Slack's mrkdwn, safe to send as it is. */
export function words(text: string): Rendered {
  return { text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] };
}
