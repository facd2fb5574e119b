import type { KnownBlock } from '@slack/types';
import type { ChannelCardMessage } from '../../ports/messenger.ts';
import { GET_MY_LINK, pressValue } from './actions.ts';
import { contextBlock, headerBlock } from './blocks.ts';
import { lengthText, whenMrkdwn, whenText } from './moment-text.ts';
import { escapeMrkdwn, mention } from './mrkdwn.ts';
import type { Rendered } from './render-message.ts';
import { ruleText } from './rule-text.ts';

/** People in a channel sit in many places: Slack shows the time where each of them is, and this to whatever cannot. */
const LOCALE = 'en-GB';

/** What everybody in a channel sees of a meeting: a link of one's own comes to whoever asks for it. */
export function channelCard(message: ChannelCardMessage): Rendered {
  const { meeting, title, startsAt, endsAt, rule, organizer } = message;
  const reader = { zone: startsAt.zoneName ?? 'UTC', locale: LOCALE };
  const facts = [
    ['When', whenMrkdwn(startsAt, endsAt, reader)],
    ['Length', lengthText(startsAt, endsAt)],
    ...(rule ? [['Repeats', ruleText(rule)]] : []),
    ['Organizer', mention(organizer)],
  ];
  const blocks: KnownBlock[] = [
    headerBlock(title),
    { type: 'section', fields: facts.map(([name, text]) => ({ type: 'mrkdwn', text: `*${name}*\n${text}` })) },
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          action_id: GET_MY_LINK,
          style: 'primary',
          text: { type: 'plain_text', text: 'Get my link', emoji: false },
          value: pressValue(meeting),
        },
      ],
    },
    contextBlock('Everybody in this channel may come. You get a link of your own, which only you can see.'),
  ];
  return {
    text: `${mention(organizer)} invites this channel to “${escapeMrkdwn(title)}”: ${whenText(startsAt, endsAt, reader)}`,
    blocks,
  };
}
