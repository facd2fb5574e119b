import type { Button, KnownBlock } from '@slack/types';
import { minutesText } from '../../domain/english-length.ts';
import type { ReminderMessage, SpentReminderMessage } from '../../ports/messenger.ts';
import { pressValue, SNOOZE_REMINDER } from './actions.ts';
import { contextBlock, sectionBlock } from './blocks.ts';
import { joinButton, label } from './card-buttons.ts';
import { clockMrkdwn, clockText } from './moment-text.ts';
import { escapeMrkdwn } from './mrkdwn.ts';
import type { Rendered } from './render-message.ts';

/** Reminds of a meeting, with the person's own button to join it. */
export function reminder(message: ReminderMessage): Rendered {
  const { meeting, occurrence, startsAt, minutesLeft, canSnooze, joinUrl, reader } = message;
  const title = escapeMrkdwn(message.title);
  const opening = minutesLeft === 0 ? 'is starting now' : `starts in ${minutesText(minutesLeft)}`;
  const snooze: Button = {
    type: 'button',
    action_id: SNOOZE_REMINDER,
    text: label('Remind me in 5 minutes'),
    value: pressValue(meeting, occurrence, startsAt),
  };
  const blocks: KnownBlock[] = [
    sectionBlock(`:bell: *${title}* ${opening}, at ${clockMrkdwn(startsAt, reader)}.`),
    { type: 'actions', elements: [joinButton(joinUrl), ...(canSnooze ? [snooze] : [])] },
  ];
  return { text: `${title} ${opening} (${clockText(startsAt, reader)})`, blocks };
}

/** Says nothing of the time, which others may have changed since. */
export function spentReminder({ title }: SpentReminderMessage): Rendered {
  const text = `This was a reminder of “${escapeMrkdwn(title)}”. How it stands now is in its invitation.`;
  return { text, blocks: [contextBlock(text)] };
}
