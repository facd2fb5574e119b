import type { KnownBlock } from '@slack/types';
import type { Card, Tally } from '../../domain/card.ts';
import { linesText, mrkdwn, sectionBlock } from './blocks.ts';
import { resendButton } from './card-buttons.ts';
import { addresseeText, channelMention, guestsNamedText, partyText } from './mrkdwn.ts';
import { unreachedText } from './unreached-text.ts';

/** Slack takes 2,000 characters in a field, and 3,000 in a section, where there are four lines of answers. */
const LONGEST_TALLY = 1_900;
const LONGEST_ANSWERS = 700;

/** Who is asked to come: by name, as members of a channel, or as anyone who has the link. */
export function invitedText({ invited, channels, access, reader }: Card): string {
  // Only who may change the list has to tell one address from another.
  const named = reader === 'guest' ? guestsNamedText : partyText;
  const some = [
    ...(invited.count > 0 ? [tallyText(invited, LONGEST_TALLY, named)] : []),
    ...channels.map((channel) => `everybody in ${channelMention(channel)}`),
    ...(access === 'public' ? ['anyone who has the link'] : []),
  ];
  return some.join(', ') || 'nobody else';
}

/** `<@A>, <@B> and 3 more` */
function tallyText({ count, first }: Tally, longest: number, named = partyText): string {
  const names = first.map(named);
  const upTo = (shown: number) => {
    const more = count - shown;
    return `${names.slice(0, shown).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  };
  let shown = names.length;
  while (shown > 1 && upTo(shown).length > longest) shown -= 1;
  return upTo(shown);
}

/** For the organizer: who answered what and who could not be reached. */
export function peopleBlocks(card: Card): KnownBlock[] {
  const { answers, unreached } = card;
  const blocks: KnownBlock[] = [];
  const said = answers && answersText(answers);
  if (said) blocks.push(sectionBlock(said));
  if (unreached.length > 0) {
    const lines = unreached.map(({ who, unreached: lack }) => `• ${addresseeText(who)}: ${unreachedText(lack)}`);
    const text = linesText(['*Not reached*', ...lines]);
    const isLeft = unreached.some(({ unreached: { final } }) => final);
    blocks.push({ type: 'section', text: mrkdwn(text), ...(isLeft && { accessory: resendButton(card) }) });
  }
  return blocks;
}

/** Empty where nobody was asked by name. */
function answersText({ ACCEPTED, TENTATIVE, DECLINED, open }: NonNullable<Card['answers']>): string {
  const said = [
    ['Accepted', ACCEPTED],
    ['Maybe', TENTATIVE],
    ['Declined', DECLINED],
    ['No answer yet', open],
  ] as const;
  const lines = said
    .filter(([, { count }]) => count > 0)
    .map(([words, tally]) => `*${words} (${tally.count})* ${tallyText(tally, LONGEST_ANSWERS)}`);
  return lines.join('\n');
}
