import { expect, test } from '@jest/globals';
import type { Meeting } from '../../../src/domain/meeting.ts';
import { scheduledAnswer } from '../../../src/slack/views/scheduled-answer.ts';
import { aGuest } from '../../support/a-guest.ts';
import { AGREED_AT, ALICE, aMeeting, anInvitee, BOB, CHEN, STANDUP } from '../../support/a-meeting.ts';

const read = {
  meeting: aMeeting(),
  left: [],
  conflicts: [],
  joinUrl: null,
  publicUrl: null,
  locale: 'en-GB',
  isZoneAssumed: false,
};
const { startsAt, endsAt } = aMeeting();
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
  [
    'who is busy, and with what where the writer may know',
    {
      conflicts: [
        { user: BOB, title: 'R<&>D', startsAt, endsAt },
        { user: CHEN, title: null, startsAt, endsAt },
      ],
    },
    `${SCHEDULED} :warning: <@U0BOB0000> already has “R&lt;&amp;&gt;D” then (09:00–09:30).\n<@U0CHEN000> is busy then (09:00–09:30).`,
  ],
  [
    'the link of a public meeting',
    { publicUrl: 'https://meet.acme.org/m/x' },
    `${SCHEDULED} *Link to share* <https://meet.acme.org/m/x>`,
  ],
  [
    'how a series repeats, and its next dates',
    { meeting: aMeeting({ series: { rule: { freq: 'WEEKLY', interval: 2, byday: ['TU'] }, changes: [] } }) },
    SCHEDULED.replace('30 minutes,', '30 minutes, every 2 weeks on Tuesday,') +
      ' *Next* Tue 3 Mar 2026, 09:00; Tue 17 Mar 2026, 09:00; Tue 31 Mar 2026, 09:00.',
  ],
])('the answer to a command says %s', (_, changes, text) => {
  expect(scheduledAnswer({ ...read, ...changes }, AGREED_AT).text).toBe(text);
});

const alice = anInvitee(STANDUP, ALICE, { role: 'host' });
const channels = [{ id: 'C0TEAM000', seat: alice.id }];

test.each<[string, Partial<Meeting>, string]>([
  ['people', {}, 'Everyone, including you, gets a direct message with a join button and a calendar file.'],
  [
    'people and a guest',
    { invitees: [...aMeeting().invitees, aGuest(STANDUP)] },
    'Everyone, including you, gets a direct message with a join button and a calendar file. Guests get theirs by e-mail.',
  ],
  [
    'a channel',
    { invitees: [alice], channels },
    'You get a direct message with a join button and a calendar file. In the channel everybody can press _Get my link_.',
  ],
  ['nobody yet', { invitees: [alice] }, 'You get a direct message with a join button and a calendar file.'],
])('it says how the invitations come to %s', (_, changes, text) => {
  const { blocks } = scheduledAnswer({ ...read, meeting: aMeeting(changes) }, AGREED_AT);
  expect(blocks.at(-1)).toEqual({ type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] });
});
