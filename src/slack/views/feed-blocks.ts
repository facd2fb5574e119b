import type { KnownBlock } from '@slack/types';
import { sectionBlock } from './blocks.ts';
import { confirmation } from './card-buttons.ts';
import { plainText } from './elements.ts';

export const FEED_REPLACE = 'feed_replace';

/** The address of the reader's feed, to be shown to nobody else. @param address https, as calendars are given it */
export function feedBlocks(address: string): KnownBlock[] {
  return [
    sectionBlock(
      `*Your meetings as a calendar to subscribe to*\n\`${address}\`\n` +
        'It is a secret like a password: whoever has it can read your meetings and join with your links. ' +
        'Paste it where your calendar adds one from a URL.',
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
