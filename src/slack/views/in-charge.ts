import type { InChargeMessage } from '../../ports/messenger.ts';
import { contextBlock, linesText, sectionBlock } from './blocks.ts';
import { shortMomentText } from './moment-text.ts';
import { escapeMrkdwn, mention } from './mrkdwn.ts';
import type { Rendered } from './render-message.ts';

/** Tells somebody that they are in charge of meetings whose organizer has left. */
export function inCharge({ left, meetings, reader }: InChargeMessage): Rendered {
  const what = meetings.length === 1 ? 'this meeting' : `these ${meetings.length} meetings`;
  const summary = `You are in charge of ${what} now, since ${mention(left)} has left:`;
  const lines = meetings.map(
    ({ title, startsAt }) => `• *${escapeMrkdwn(title)}*, ${shortMomentText(startsAt, reader)} (${reader.zone})`,
  );
  const advice =
    'Your card of each meeting has what you can do: move it, cancel it, add or remove people, or hand it over.';
  return {
    text: linesText([summary, ...lines]),
    blocks: [sectionBlock(summary), sectionBlock(linesText(lines)), contextBlock(advice)],
  };
}
