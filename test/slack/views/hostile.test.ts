import { expect, test } from '@jest/globals';
import type { Card } from '../../../src/domain/card.ts';
import type { Question } from '../../../src/domain/draft.ts';
import type { SlackUserId } from '../../../src/domain/ids.ts';
import { plainLine } from '../../../src/domain/plain-text.ts';
import { readRequest } from '../../../src/language/read-request.ts';
import { words } from '../../../src/slack/views/blocks.ts';
import { explanation } from '../../../src/slack/views/explanation.ts';
import { help } from '../../../src/slack/views/help.ts';
import { escapeMrkdwn } from '../../../src/slack/views/mrkdwn.ts';
import { myLink } from '../../../src/slack/views/my-link.ts';
import { preview } from '../../../src/slack/views/preview.ts';
import { problemText } from '../../../src/slack/views/problem-text.ts';
import { type Rendered, renderMessage } from '../../../src/slack/views/render-message.ts';
import { scheduledAnswer } from '../../../src/slack/views/scheduled-answer.ts';
import { noWishes } from '../../../src/usecases/wishes.ts';
import { aCard, agendaMessage, cardMessage, changeMessage, reminderMessage } from '../../support/a-card.ts';
import { AGREED_AT, ALICE, aMeeting, anInvitee, BOB, CHEN, STANDUP } from '../../support/a-meeting.ts';
import { aSeat, unreachedAt } from '../../support/a-seat.ts';
import { HOSTILE, liveTokens, problemsOf } from './said.ts';

const reader = { zone: 'America/Argentina/Buenos_Aires', locale: 'en-US' };
const read = { left: [], conflicts: [], joinUrl: null, publicUrl: null, locale: 'en-US', isZoneAssumed: true };
const crowd = Array.from({ length: 200 }, (_, n) => `U0PERSON${100 + n}` as SlackUserId);
const partyOf = (user: SlackUserId) => ({ user, email: null, name: null });
const alternatives = [1, 2, 3, 4, 5, 6].map((hours) =>
  AGREED_AT.setZone('America/Argentina/Buenos_Aires').plus({ hours }),
);

/** Every view, with one hostile string in each of its fields. */
const views: [string, (hostile: string) => Rendered][] = [
  ['the card of a guest', (title) => renderMessage(cardMessage(aCard(aMeeting({ title, notes: title }), BOB)))],
  [
    'the card of an organizer with 200 people, most of them not reached',
    (name) => renderMessage(cardMessage(crowdedCard(name))),
  ],
  [
    'the card of somebody who was taken off',
    (title) => {
      const { invitees } = aMeeting();
      const off = aMeeting({ title, invitees: invitees.slice(0, 1), former: invitees.slice(1) });
      return renderMessage(cardMessage(aCard(off, BOB), { joinUrl: null }));
    },
  ],
  [
    'the card of a cancelled meeting',
    (reason) => {
      const cancelled = aMeeting({ status: 'cancelled', reason, notes: `${reason}\n`.repeat(20) });
      return renderMessage(cardMessage(aCard(cancelled, BOB), { joinUrl: null }));
    },
  ],
  ...(['moved', 'cancelled', 'taken-off', 'back', 'lasts-until'] as const).map(
    (news): [string, (hostile: string) => Rendered] => [
      `the notice ${news}`,
      (title) => renderMessage(changeMessage({ news, title, reason: title })),
    ],
  ),
  ...[
    { minutesLeft: 90, canSnooze: true },
    { minutesLeft: 0, canSnooze: false },
  ].map((left): [string, (hostile: string) => Rendered] => [
    `the reminder ${left.minutesLeft} minutes before`,
    (title) => renderMessage(reminderMessage({ title, ...left })),
  ]),
  ['what is left of a reminder', (title) => renderMessage({ kind: 'spent-reminder', title })],
  [
    'the agenda of a day with 60 meetings',
    (title) => renderMessage(agendaMessage(Array.from({ length: 60 }, () => title))),
  ],
  [
    'the note of who came',
    (title) =>
      renderMessage({
        kind: 'attendance',
        title,
        startsAt: AGREED_AT,
        note: {
          came: crowd.map((user) => ({ who: partyOf(user), minutesLate: 61, minutesEarly: 61 })),
          organizerCame: true,
          missing: Array.from({ length: 200 }, () => ({ user: null, email: null, name: title })),
          held: { from: AGREED_AT, until: AGREED_AT.plus({ minutes: 61 }) },
        },
        reader,
      }),
  ],
  [
    'word of being in charge now',
    (title) =>
      renderMessage({
        kind: 'in-charge',
        left: ALICE,
        meetings: Array.from({ length: 100 }, () => ({ title, startsAt: AGREED_AT })),
        reader,
      }),
  ],
  [
    'the card of a meeting under way with many people in its room',
    (name) => {
      const card = { ...aCard(aMeeting(), ALICE), inside: Array.from({ length: 200 }, () => name) };
      return renderMessage(cardMessage(card));
    },
  ],
  [
    'the card of a meeting that was held and recorded',
    (title) => {
      const held = { from: AGREED_AT, until: AGREED_AT.plus({ minutes: 61 }) };
      const recordings = [1, 2, 3].map((n) => ({ mark: `mark-${n}`, startedAt: AGREED_AT }));
      const card = { ...aCard(aMeeting({ title }), ALICE), held, recordings };
      return renderMessage(cardMessage(card));
    },
  ],
  [
    'another time that is proposed',
    (hostile) => {
      const { id: meeting, startsAt, endsAt } = aMeeting();
      const said = { title: hostile, who: { user: null, email: null, name: hostile }, note: hostile };
      const times = { before: startsAt, startsAt, endsAt, reader: { zone: 'Europe/Berlin', locale: 'en-US' } };
      return renderMessage({ kind: 'proposal', meeting, occurrence: 'once', name: 'x.1', ...said, ...times });
    },
  ],
  ...[aMeeting(), null].map((now): [string, (hostile: string) => Rendered] => [
    `such a question once it is settled, ${now ? 'with' : 'without'} a time`,
    (hostile) => {
      const { startsAt, endsAt } = aMeeting();
      const said = { title: hostile, who: { user: null, email: null, name: hostile }, note: hostile };
      const times = { before: startsAt, startsAt, endsAt, reader: { zone: 'Europe/Berlin', locale: 'en-US' } };
      return renderMessage({ kind: 'closed-proposal', now, ...said, ...times });
    },
  ]),
  ...(['beside', 'instead', 'refused'] as const).flatMap((was): [string, (hostile: string) => Rendered][] =>
    [null, { user: null, email: null }].map((who) => [
      `word of another device that was ${was}, of ${who ? 'a guest' : 'the reader'}`,
      (hostile) =>
        renderMessage({
          kind: 'other-device',
          meeting: STANDUP,
          link: 'x.1',
          title: hostile,
          who: who && { ...who, name: hostile },
          other: { at: AGREED_AT, was },
          reader,
        }),
    ]),
  ),
  [
    'those who could not be reached',
    (title) =>
      renderMessage({
        kind: 'unreached',
        title,
        people: crowd.map((user) => ({
          who: partyOf(user),
          unreached: unreachedAt(AGREED_AT, { what: 'calendar file', reason: 'missing_scope' }),
        })),
      }),
  ],
  [
    'the trouble with the room',
    (title) => renderMessage({ kind: 'room-trouble', title, reason: 'refused', reference: 'c0de' }),
  ],
  ['the answer to a command', (title) => scheduledAnswer({ ...read, meeting: aMeeting({ title }) }, AGREED_AT)],
  [
    'the answer that leaves 200 people out',
    (title) =>
      scheduledAnswer(
        {
          ...read,
          meeting: aMeeting({ title, invitees: crowd.map((user) => anInvitee(STANDUP, user)) }),
          left: crowd.map((user) => ({ user, why: 'deactivated' })),
        },
        AGREED_AT,
      ),
  ],
  [
    'the preview with every question',
    (name) =>
      preview(
        {
          ...read,
          meeting: aMeeting({ title: name, status: 'draft', questions: questionsWith(name) }),
          left: [{ user: CHEN, why: 'bot' }],
        },
        AGREED_AT,
      ),
  ],
  [
    'the problem of names that nobody has',
    (name) =>
      words(problemText({ kind: 'unknown-names', names: Array.from({ length: 40 }, () => name.repeat(20)) }, '/meet')),
  ],
  [
    'the problem of a text without a time',
    (title) =>
      words(
        problemText(
          { kind: 'lacks', lacks: ['date', 'time'], wishes: { ...noWishes('UTC'), title }, locale: 'en-US' },
          '/meet',
        ),
      ),
  ],
  [
    'the answer that tells who is busy',
    (title) => {
      const { startsAt, endsAt } = aMeeting();
      const conflicts = crowd.map((user) => ({ user, title, startsAt, endsAt }));
      return scheduledAnswer({ ...read, meeting: aMeeting(), conflicts }, AGREED_AT);
    },
  ],
  ...(['live', 'cancelled', 'taken-off'] as const).map((state): [string, (hostile: string) => Rendered] => [
    `the message in a channel, ${state}`,
    (hostile) => {
      const { id: meeting, startsAt, endsAt, organizer } = aMeeting();
      const inside = state === 'live' ? [hostile, hostile] : [];
      const said = {
        title: hostile,
        reason: hostile,
        rule: { freq: 'DAILY' },
        inside,
        held: null,
        recordings: 1,
      } as const;
      return renderMessage({
        kind: 'channel-card',
        card: { meeting, state, startsAt, endsAt, organizer, ...said },
        reader: { zone: 'UTC', locale: 'en-GB' },
      });
    },
  ]),
  [
    'the answer to somebody in a channel',
    (title) => {
      const meeting = aMeeting({ title });
      return myLink({
        ...meeting,
        meeting,
        joinUrl: `https://meet.acme.org/j/${'x'.repeat(80)}`,
        reader: { zone: 'Europe/Berlin', locale: 'en-US' },
      });
    },
  ],
  ['the explanation of a text', (title) => explained(`${escapeMrkdwn(title)} tomorrow 9am`)],
  ['the explanation of a long text', (title) => explained(`${escapeMrkdwn(title)} 9am @bobby `.repeat(60))],
  [
    'the explanation of names and addresses',
    (name) =>
      explained(
        `sync tomorrow 9am ${`@${escapeMrkdwn(name)} `.repeat(30)} ${`<mailto:${'a'.repeat(60)}@${'b'.repeat(180)}.example|a> `.repeat(15)}`,
      ),
  ],
];

const allowed =
  /^(<@(U0ALICE00|U0BOB0000|U0CHEN000|U0PERSON\d{3})>|<!date\^\d+\^(\{date_long_pretty\}, |\{date_short\} )?\{time\}\|[^<>|]+>|<https:\/\/meet\.acme\.org\/recordings\/mark-\d\|[^<>|]+>)$/;

test.each(views)('%s is accepted by Slack and lets no foreign token live', (_, view) => {
  const said = HOSTILE.map((hostile) => plainLine(hostile, 150)).map(view);

  expect(said.flatMap(problemsOf)).toEqual([]);
  expect(said.flatMap(liveTokens).filter((token) => !allowed.test(token))).toEqual([]);
});

test('help is accepted by Slack, whatever the command is called', () => {
  expect([help('/meet'), help('/schedule-a-meeting')].flatMap(problemsOf)).toEqual([]);
});

function crowdedCard(name: string): Card {
  const { id, invitees } = aMeeting();
  const people = [...invitees, ...crowd.map((user) => anInvitee(id, user))];
  const guests = people.slice(1).map((invitee) => ({ ...invitee, user: null, email: name, name }));
  const meeting = aMeeting({ title: name, notes: name.repeat(20), invitees: [...people.slice(0, 1), ...guests] });
  const seats = guests.map(({ id: invitee }) => ({
    ...aSeat(meeting, BOB),
    invitee,
    unreached: unreachedAt(AGREED_AT, { what: 'notice', reason: 'missing_scope' }),
  }));
  return { ...aCard(meeting, ALICE, { seats }), inside: guests.map(() => name) };
}

function questionsWith(name: string): Question[] {
  const kinds = ['past', 'gap', 'twice', 'seven', 'next-weekday', 'numeric-date'] as const;
  return [
    ...kinds.map((kind) => ({ kind, alternatives })),
    { kind: 'unknown-names', names: Array.from({ length: 40 }, () => name.repeat(20)) },
    { kind: 'many-people', count: 200 },
  ];
}

/** @param text escaped as Slack does with whatever a person types */
function explained(text: string): Rendered {
  return explanation({
    reading: readRequest(text, { now: AGREED_AT, zone: 'Europe/Berlin', locale: 'en-US' }),
    locale: 'en-US',
  });
}
