import type { KnownBlock } from '@slack/types';
import { sectionBlock } from './blocks.ts';
import { confirmation } from './card-buttons.ts';
import { plainText } from './elements.ts';

export const FEED_REPLACE = 'feed_replace';

/**
 * The address of the reader's feed, to be shown to nobody else. As text, for Slack may refuse a button to `webcal`,
 * which programs open; services on the web take https alone.
 *
 * @param address https
 */
export function feedBlocks(address: string): KnownBlock[] {
  return [
    sectionBlock(
      '*Your meetings as a calendar to subscribe to*\n' +
        `Apple Calendar, Thunderbird and others on your device: \`${address.replace(/^https?:/, 'webcal:')}\`\n` +
        'Google Calendar (_Other calendars &gt; From URL_) and Outlook on the web ' +
        `(_Add calendar &gt; Subscribe from web_): \`${address}\`\n` +
        'It is a secret like a password: whoever has it can read your meetings and join with your links.',
    ),
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          action_id: FEED_REPLACE,
          text: plainText('Replace the address'),
          value: 'feed',
          confirm: confirmation(
            'Replace the address?',
            'The one that you have now stops working at once, in every calendar that uses it. Subscribe with the new one.',
            'Replace',
          ),
        },
      ],
    },
  ];
}
