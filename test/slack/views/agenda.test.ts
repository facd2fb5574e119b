import { expect, test } from '@jest/globals';
import { renderMessage } from '../../../src/slack/views/render-message.ts';
import { agendaMessage } from '../../support/a-card.ts';

test.each([
  [true, ['Standup'], 'Good morning! You have one meeting today.\n• 3:00 AM (America/New_York) Standup'],
  [
    true,
    ['Standup', 'Retro'],
    'Good morning! You have 2 meetings today.\n• 3:00 AM (America/New_York) Standup\n• 3:00 AM (America/New_York) Retro',
  ],
  [false, ['Retro'], 'You have one meeting left today.\n• 3:00 AM (America/New_York) Retro'],
  [false, [], 'You have no meetings left today.'],
])('an agenda, in the morning %s, of %j', (isMorning, titles, text) => {
  const message = { ...agendaMessage(titles), isMorning };

  expect(renderMessage(message).text).toBe(text);
  expect(JSON.stringify(renderMessage(message).blocks).split('"action_id":"join"')).toHaveLength(titles.length + 1);
});
