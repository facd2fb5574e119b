import type { KnownBlock } from '@slack/types';
import { lengthText } from '../../domain/english-length.ts';
import type { AgendaEntryShown, AgendaMessage, TimeReader } from '../../ports/messenger.ts';
import { contextBlock, linesText, mrkdwn, sectionBlock } from './blocks.ts';
import { joinButton } from './card-buttons.ts';
import { clockMrkdwn, clockText } from './moment-text.ts';
import { escapeMrkdwn } from './mrkdwn.ts';
import type { Rendered } from './render-message.ts';

/** Slack takes 50 blocks in a message. */
const MOST_SHOWN = 40;

/** What somebody has on today, or still has. */
export function agenda({ isMorning, entries, reader }: AgendaMessage): Rendered {
  const count = entries.length === 1 ? 'one meeting' : `${entries.length || 'no'} meetings`;
  const summary = isMorning ? `Good morning! You have ${count} today.` : `You have ${count} left today.`;
  const more = entries.length - MOST_SHOWN;
  return {
    text: linesText([summary, ...entries.map((one) => `• ${lineText(one, reader)}`)]),
    blocks: [
      sectionBlock(`:sunny: ${summary}`),
      ...entries.slice(0, MOST_SHOWN).map((one) => entryBlock(one, reader)),
      ...(more > 0 ? [contextBlock(`… and ${more} more`)] : []),
    ],
  };
}

function entryBlock(entry: AgendaEntryShown, reader: TimeReader): KnownBlock {
  const { title, startsAt, endsAt, joinUrl } = entry;
  const text = `*${escapeMrkdwn(title)}*\n${clockMrkdwn(startsAt, reader)}, ${lengthText(startsAt, endsAt)}`;
  return { type: 'section', text: mrkdwn(text), accessory: joinButton(joinUrl) };
}

function lineText({ title, startsAt }: AgendaEntryShown, reader: TimeReader): string {
  return `${clockText(startsAt, reader)} ${escapeMrkdwn(title)}`;
}
