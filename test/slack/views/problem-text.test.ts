import { expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import { leftText } from '../../../src/slack/views/left-text.ts';
import { problemText } from '../../../src/slack/views/problem-text.ts';
import { renderMessage } from '../../../src/slack/views/render-message.ts';
import { unreachedText } from '../../../src/slack/views/unreached-text.ts';
import type { ScheduleProblem } from '../../../src/usecases/schedule-meeting.ts';
import type { Lack } from '../../../src/usecases/understand-reading.ts';
import { noWishes } from '../../../src/usecases/wishes.ts';
import { AGREED_AT, BOB, berlin, CHEN } from '../../support/a-meeting.ts';
import { unreachedAt } from '../../support/a-seat.ts';

const startsAt = berlin('2026-03-01T09:00');
const lacking = (lacks: readonly Lack[], title: string | null) =>
  ({ kind: 'lacks', lacks, wishes: { ...noWishes('UTC'), title }, locale: 'en-GB' }) as const;
const EXAMPLE = '`/meet standup tomorrow 9am @alice @bob`';

test.each<[ScheduleProblem, string]>([
  [
    lacking(['date', 'time'], 'retro'),
    'I still need a day and a time. For example: `/meet retro tomorrow 9am @alice`.',
  ],
  [
    lacking(['title', 'date', 'time'], null),
    'I still need a title, a day and a time. For example: `/meet standup tomorrow 9am @alice`.',
  ],
  [lacking(['time'], 'R&D `now`'), 'I still need a time. For example: `/meet R&amp;D now tomorrow 9am @alice`.'],
  [lacking(['time'], 'x'.repeat(61)), 'I still need a time. For example: `/meet standup tomorrow 9am @alice`.'],
  [
    { kind: 'starts-in-the-past', startsAt, locale: 'en-GB' },
    `Sun, 1 March 2026, 09:00 (Europe/Berlin) is already past. Please type a time to come, for example ${EXAMPLE}.`,
  ],
  [
    { kind: 'starts-too-far-ahead', startsAt, farthest: Duration.fromObject({ years: 1 }) },
    'That is more than a year ahead, which is the farthest I can schedule.',
  ],
  [{ kind: 'too-short', shortest: Duration.fromObject({ minutes: 5 }) }, 'A meeting takes at least 5 minutes.'],
  [{ kind: 'too-long', longest: Duration.fromObject({ hours: 24 }) }, 'A meeting takes at most 24 hours.'],
  [
    { kind: 'title-too-long', length: 151, longest: 150 },
    'The title has 151 characters, and at most 150 fit. Please shorten it.',
  ],
  [
    { kind: 'text-too-long', length: 8001, longest: 8000 },
    `That text has 8001 characters, and I read at most 8000. A title, a time and the people are enough, for example ${EXAMPLE}.`,
  ],
  [
    { kind: 'too-many-guests', count: 51, most: 50 },
    'You named 51 guests by e-mail; one meeting takes 50. Please share a public meeting’s link with a crowd from outside.',
  ],
  [{ kind: 'too-many-people', count: 201, most: 200 }, 'You named 201 people; one meeting takes 200.'],
  [
    { kind: 'nobody-invited' },
    `Who should come? Please name at least one other person with an @, for example ${EXAMPLE}.`,
  ],
  [
    { kind: 'nobody-can-come', left: [{ user: BOB, why: 'bot' }] },
    'Not invited: <@U0BOB0000> (is a bot). Please name somebody who can come.',
  ],
  [
    { kind: 'unknown-names', names: ['joe'] },
    'I found nobody called “joe”. Please pick people from the list that Slack shows after you type @.',
  ],
  [
    { kind: 'unknown-names', names: ['joe', '<!here>'] },
    'I found nobody called “joe”, “&lt;!here&gt;”. Please pick people from the list that Slack shows after you type @.',
  ],
  [
    { kind: 'group-unknown', group: 'S1', why: 'not-allowed' },
    'I may not see who is in a user group here: whoever runs this app has to add the permission `usergroups:read`. Until then, please name the people with an @.',
  ],
  [
    { kind: 'group-unknown', group: 'S1', why: 'unknown' },
    'Slack knows no such user group any more. Please name the people with an @.',
  ],
  [
    { kind: 'group-unknown', group: 'S1', why: 'unanswered' },
    'Slack did not tell me in time who is in that user group. Please try again in a moment.',
  ],
  [
    { kind: 'no-guests' },
    'I cannot invite by e-mail here, since no mail server is set up: please name people of this workspace with an @.',
  ],
  [{ kind: 'not-an-address', addresses: ['a@<b>'] }, '“a@&lt;b&gt;” does not look like an e-mail address.'],
  [
    { kind: 'zone-unknown' },
    'Slack did not tell me your time zone, so I cannot know which hour you mean. Please try again in a moment.',
  ],
])('%j is told in words', (problem, text) => {
  expect(problemText(problem, '/meet')).toBe(`${text} Nothing was scheduled.`);
});

test('who is left out is named with the reason, and a crowd is counted', () => {
  const crowd = Array.from({ length: 17 }, () => ({ user: BOB, why: 'unknown' as const }));

  expect(
    leftText([
      { user: BOB, why: 'deactivated' },
      { user: CHEN, why: 'unknown' },
    ]),
  ).toBe('Not invited: <@U0BOB0000> (has a deactivated account), <@U0CHEN000> (nobody here has this id).');
  expect(leftText(crowd)).toMatch(/\(nobody here has this id\) and 2 more\.$/);
});

test.each([
  [unreachedAt(AGREED_AT), 'the account is deactivated'],
  [unreachedAt(AGREED_AT, { reason: 'bot' }), 'this is a bot'],
  [unreachedAt(AGREED_AT, { reason: 'something_new' }), 'Slack refused it (`something_new`)'],
  [
    unreachedAt(AGREED_AT, { what: 'calendar file', reason: 'missing_scope' }),
    'has the invitation, but not the calendar file: this app lacks a permission it needs; please tell the person who runs it',
  ],
  [
    unreachedAt(AGREED_AT, { what: 'reminder', reason: 'mail-refused-address' }),
    'has the invitation, but got no reminder: there is no such mailbox, or it takes no mail',
  ],
  [
    unreachedAt(AGREED_AT, { what: 'calendar file', reason: 'no_answer', final: false }),
    'Slack does not take the calendar file (`no_answer`); I keep trying until the meeting is over',
  ],
])('%j is told in words', (unreached, text) => {
  expect(unreachedText(unreached)).toBe(text);
});

test.each([
  [[BOB], 'invitation', 'One person could not be reached for “R&amp;D”\n• <@U0BOB0000>: this is a bot'],
  [
    [BOB, CHEN],
    'invitation',
    '2 people could not be reached for “R&amp;D”\n• <@U0BOB0000>: this is a bot\n• <@U0CHEN000>: this is a bot',
  ],
  [
    [BOB],
    'calendar file',
    'One person did not get the calendar file for “R&amp;D”\n• <@U0BOB0000>: has the invitation, but not the calendar file: this is a bot',
  ],
] as const)('that %j did not get the %s is told the organizer in words', (users, what, text) => {
  const people = users.map((user) => ({
    who: { user, email: null, name: null },
    unreached: unreachedAt(AGREED_AT, { what, reason: 'bot' }),
  }));

  expect(renderMessage({ kind: 'unreached', title: 'R&D', people }).text).toBe(text);
});

test.each([
  ['unauthorized', 'does not accept this app'],
  ['refused', 'refused'],
])('a video service that answers %s is told in words', (reason, why) => {
  expect(renderMessage({ kind: 'room-trouble', title: 'R&D', reason, reference: 'c0de' }).text).toBe(
    `The video room for “R&amp;D” could not be made: the video service ${why}. The meeting stands and ` +
      'the invitations go out. Please tell the person who runs this app, with the reference `c0de`; the room is made by ' +
      'itself once that is fixed.',
  );
});

test('a video service that lets nobody in is told in words', () => {
  const trouble = { kind: 'room-trouble', title: 'R&D', reason: 'refused', reference: 'c0de', atDoor: true } as const;

  expect(renderMessage(trouble).text).toBe(
    'Nobody can be let into “R&amp;D”: the video service refused. Please tell the person who runs this app, with the ' +
      'reference `c0de`; once that is fixed, everybody gets in with the link they have.',
  );
});
