import type { KnownBlock } from '@slack/types';
import { canBeJoined } from '../../domain/card-occurrence.ts';
import type { ChannelCard } from '../../domain/channel-card.ts';
import { lengthText } from '../../domain/english-length.ts';
import type { ChannelCardMessage, TimeReader } from '../../ports/messenger.ts';
import { GET_MY_LINK, GET_RECORDINGS, pressValue } from './actions.ts';
import { contextBlock, headerBlock, mrkdwn, sectionBlock } from './blocks.ts';
import { label } from './card-buttons.ts';
import { roomBlocks } from './card-room.ts';
import { whenMrkdwn, whenText } from './moment-text.ts';
import { escapeMrkdwn, mention } from './mrkdwn.ts';
import type { Rendered } from './render-message.ts';
import { ruleText } from './rule-text.ts';
import { standingText } from './standing-text.ts';

/** What everybody in a channel sees of a meeting, as it stands now: a link of one's own comes to whoever asks for it. */
export function channelCard({ card, reader }: ChannelCardMessage): Rendered {
  const { title, state, startsAt, endsAt } = card;
  const standing = standingText(card, 'This channel is');
  const blocks: KnownBlock[] = [headerBlock(title), ...(standing ? [sectionBlock(standing)] : [])];
  if (state === 'taken-off' || state === 'withdrawn') return { text: `${standing} (“${escapeMrkdwn(title)}”)`, blocks };
  blocks.push({
    type: 'section',
    fields: factsOf(card, reader).map(([name, text]) => mrkdwn(`*${name}*\n${text}`)),
  });
  blocks.push(...roomBlocks({ ...card, recordings: [] }, [], reader));
  if (card.recordings > 0) blocks.push(recordingBlock(card));
  if (canBeJoined(card)) blocks.push(...linkBlocks(card));
  return { text: `${openingText(card)} “${escapeMrkdwn(title)}”: ${whenText(startsAt, endsAt, reader)}`, blocks };
}

function factsOf(card: ChannelCard, reader: TimeReader): string[][] {
  const { startsAt, endsAt, rule, organizer } = card;
  return [
    [rule && canBeJoined(card) ? 'Next' : 'When', whenMrkdwn(startsAt, endsAt, reader)],
    ['Length', lengthText(startsAt, endsAt)],
    ...(rule ? [['Repeats', ruleText(rule, reader.locale)]] : []),
    ['Organizer', mention(organizer)],
  ];
}

/** No link stands in the channel itself, where people of other organizations may read, and those who join it later. */
function recordingBlock({ meeting, recordings }: ChannelCard): KnownBlock {
  const text = label(recordings === 1 ? 'Watch the recording' : 'Watch the recordings');
  return {
    type: 'actions',
    elements: [{ type: 'button', action_id: GET_RECORDINGS, text, value: pressValue(meeting) }],
  };
}

function linkBlocks({ meeting }: ChannelCard): KnownBlock[] {
  return [
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          action_id: GET_MY_LINK,
          style: 'primary',
          text: label('Get my link'),
          value: pressValue(meeting),
        },
      ],
    },
    contextBlock('Everybody in this channel may come. You get a link of your own, which only you can see.'),
  ];
}

function openingText({ state, organizer }: ChannelCard): string {
  if (state === 'cancelled') return 'Cancelled:';
  if (state === 'over') return 'Over:';
  return state === 'live' ? 'Happening now:' : `${mention(organizer)} invites this channel to`;
}
