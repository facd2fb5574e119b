import type { KnownBlock } from '@slack/types';
import type { Card } from '../../domain/card.ts';
import { canBeJoined } from '../../domain/card-occurrence.ts';
import { lengthText } from '../../domain/english-length.ts';
import type { CardMessage, TimeReader } from '../../ports/messenger.ts';
import { contextBlock, headerBlock, mrkdwn, sectionBlock } from './blocks.ts';
import { cardActions } from './card-buttons.ts';
import { invitedText, peopleBlocks } from './card-people.ts';
import { roomBlocks } from './card-room.ts';
import { whenMrkdwn, whenText } from './moment-text.ts';
import { escapedWithin, escapeMrkdwn, mention } from './mrkdwn.ts';
import type { Rendered } from './render-message.ts';
import { ruleText } from './rule-text.ts';
import { sharedLinkText } from './shared-link-text.ts';
import { standingText } from './standing-text.ts';

/** Leaves room for the rest of a section of 3,000 characters. */
const LONGEST_NOTES = 2_500;

/** The one message that a person has of a meeting, as it stands now. */
export function cardView({ card, reader, joinUrl, publicUrl, recordingUrls }: CardMessage): Rendered {
  const { title, state, notes } = card;
  const standing = standingText(card, 'You are');
  const blocks: KnownBlock[] = [headerBlock(title), ...(standing ? [sectionBlock(standing)] : [])];
  if (state === 'taken-off' || state === 'withdrawn') return { text: `${standing} (“${escapeMrkdwn(title)}”)`, blocks };
  blocks.push({ type: 'section', fields: fieldsOf(card, reader).map(mrkdwn) });
  if (notes) blocks.push(sectionBlock(escapedWithin(notes, LONGEST_NOTES)));
  if (publicUrl) blocks.push(sectionBlock(sharedLinkText(publicUrl)));
  blocks.push(...peopleBlocks(card), ...roomBlocks(card, recordingUrls, reader), ...cardActions(card, joinUrl));
  if (canBeJoined(card)) {
    blocks.push(contextBlock('The Join button is yours alone: whoever has its link joins as you.'));
  }
  return {
    text: `${openingText(card)} “${escapeMrkdwn(title)}”: ${whenText(card.startsAt, card.endsAt, reader)}`,
    blocks,
  };
}

function fieldsOf(card: Card, reader: TimeReader): string[] {
  const { startsAt, endsAt, rule, organizer, state } = card;
  const isNext = rule && state === 'upcoming';
  return [
    `*${isNext ? 'Next' : 'When'}*\n${whenMrkdwn(startsAt, endsAt, reader)}`,
    `*Length*\n${lengthText(startsAt, endsAt)}`,
    ...(rule ? [`*Repeats*\n${ruleText(rule, reader.locale)}`] : []),
    `*Organizer*\n${mention(organizer)}`,
    `*Invited*\n${invitedText(card)}`,
  ];
}

function openingText({ state, reader, organizer }: Card): string {
  if (state === 'cancelled') return 'Cancelled:';
  if (state === 'over') return 'Over:';
  if (state === 'live') return 'Happening now:';
  return reader === 'organizer' || reader === 'host' ? 'You are hosting' : `${mention(organizer)} invites you to`;
}
