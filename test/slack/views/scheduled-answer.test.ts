import { expect, test } from '@jest/globals';
import { scheduledAnswer } from '../../../src/slack/views/scheduled-answer.ts';
import { aMeeting, CHEN } from '../../support/a-meeting.ts';

const read = { meeting: aMeeting(), left: [], locale: 'en-GB', isZoneAssumed: false };
const SCHEDULED =
  'Scheduled “Standup”: Tue, 3 March 2026, 09:00–09:30 (Europe/Berlin), 30 minutes, with <@U0BOB0000>, <@U0CHEN000>.';

test.each([
  ['how it was read', {}, SCHEDULED],
  [
    'who was left out',
    { left: [{ user: CHEN, why: 'bot' as const }] },
    `${SCHEDULED} Not invited: <@U0CHEN000> (is a bot).`,
  ],
  [
    'that a zone had to be assumed, and what to do about it',
    { isZoneAssumed: true },
    `${SCHEDULED} Slack does not know your time zone, so I read the time in UTC. You can set your zone in the preferences ` +
      'of Slack, or type one behind the time, such as `9am Berlin time`.',
  ],
])('the answer to a command says %s', (_, changes, text) => {
  expect(scheduledAnswer({ ...read, ...changes }).text).toBe(text);
});
