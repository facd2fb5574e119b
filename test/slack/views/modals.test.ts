import { describe, expect, test } from '@jest/globals';
import type { ActionsBlock, Button, HomeView, KnownBlock, ModalView, SectionBlock } from '@slack/types';
import { Duration } from 'luxon';
import type { SlackUserId } from '../../../src/domain/ids.ts';
import type { Meeting } from '../../../src/domain/meeting.ts';
import { firstOccurrence, nextOccurrence, type Occurrence, ONLY_OCCURRENCE } from '../../../src/domain/occurrence.ts';
import { plainLine } from '../../../src/domain/plain-text.ts';
import { viewProblems } from '../../../src/sandbox/slack-simulator/blocks/view-rules.ts';
import { agendaList } from '../../../src/slack/views/agenda-list.ts';
import { words } from '../../../src/slack/views/blocks.ts';
import { doneText } from '../../../src/slack/views/done-text.ts';
import { feedBlocks } from '../../../src/slack/views/feed-blocks.ts';
import { homeView } from '../../../src/slack/views/home.ts';
import { cancelModal } from '../../../src/slack/views/modals/cancel-modal.ts';
import { handOverModal } from '../../../src/slack/views/modals/hand-over-modal.ts';
import { sayingModal } from '../../../src/slack/views/modals/modal.ts';
import { moveModal } from '../../../src/slack/views/modals/move-modal.ts';
import { peopleModal } from '../../../src/slack/views/modals/people-modal.ts';
import { endModal, extendModal } from '../../../src/slack/views/modals/running-modals.ts';
import { readSettingsModal, settingsModal } from '../../../src/slack/views/modals/settings-modal.ts';
import { unclearText } from '../../../src/slack/views/unclear-text.ts';
import { readVerbChoice, verbChoiceValue } from '../../../src/slack/views/verb-choice.ts';
import { changeOrNew, whichMeeting, whichRuns, whichTime } from '../../../src/slack/views/verb-question.ts';
import type { Deed } from '../../../src/usecases/deed.ts';
import type { Home } from '../../../src/usecases/look-at-home.ts';
import { NOTHING_CHOSEN } from '../../../src/usecases/understand-verb.ts';
import { AGREED_AT, ALICE, aMeeting, anInvitee, BOB, STANDUP } from '../../support/a-meeting.ts';
import { unreachedAt } from '../../support/a-seat.ts';
import { HOSTILE, liveTokens, problemsOf } from './said.ts';

const reader = { zone: 'America/Argentina/Buenos_Aires', locale: 'en-US' };
const settings = {
  lengthMinutes: 30,
  reminderMinutes: 10,
  zone: 'Asia/Tokyo',
  agendaHour: 8,
  calendar: 'feed',
} as const;
/** As long as they get. */
const feedAddress = `https://${'meet.'.repeat(48)}acme.org/calendar/${'T'.repeat(32)}.${'U'.repeat(32)}.999999999.${'x'.repeat(43)}.ics`;
const crowd = Array.from({ length: 500 }, (_, n) => `U0PERSON${100 + n}` as SlackUserId);

function hostile(title: string): { meeting: Meeting; next: Occurrence } {
  const invitees = [
    anInvitee(STANDUP, ALICE, { name: title, role: 'host' }),
    ...crowd.map((user, at) => anInvitee(STANDUP, user, { name: title, role: at < 100 ? 'host' : 'guest' })),
  ];
  const meeting = aMeeting({ title, notes: title, invitees, series: { rule: { freq: 'DAILY' }, changes: [] } });
  const next = nextOccurrence(meeting, AGREED_AT);
  if (!next) throw new Error('it is over');
  return { meeting, next };
}

const modals: [string, (title: string) => ModalView][] = [
  ['move', (title) => moveModal(hostile(title).meeting, hostile(title).next, 'en-US')],
  ['cancel', (title) => cancelModal(hostile(title).meeting, hostile(title).next, reader)],
  ['people', (title) => peopleModal(hostile(title).meeting, { mayChangeRoles: true, guestsAllowed: true })],
  ['extend', (title) => extendModal(hostile(title).meeting, hostile(title).next, reader)],
  ['end', (title) => endModal(hostile(title).meeting, hostile(title).next)],
  ['hand over', (title) => handOverModal(hostile(title).meeting)],
  ['settings', () => settingsModal(settings, feedAddress, 'en-US')],
  ['words', () => sayingModal('People', 'Saved.')],
];

const allowed = /^<(@(U0ALICE00|U0BOB0000|U0CHEN000|U0PERSON\d{3})|!date\^.*)>$/;
const titles = HOSTILE.map((one) => plainLine(one, 150));

test.each(modals)('the modal to %s is accepted by Slack and lets no foreign token live', (_, modal) => {
  const made = titles.map(modal);

  expect(made.flatMap((view) => viewProblems(view, 'modal'))).toEqual([]);
  expect(foreignIn(made)).toEqual([]);
});

test('hosts that do not fit into the menu are not offered, so that none is taken for a guest', () => {
  const { meeting } = hostile('Standup');
  const invitees = meeting.invitees.map((invitee) => ({ ...invitee, role: 'host' as const }));
  const shows = (shown: Meeting) =>
    JSON.stringify(peopleModal(shown, { mayChangeRoles: true, guestsAllowed: false })).includes('people_hosts');

  expect([shows(meeting), shows({ ...meeting, invitees })]).toEqual([true, false]);
});

test('the Home tab is accepted by Slack however much there is, and says how much it leaves out', () => {
  const made = titles.map((title) => homeView(fullHome(title), '/meet', 'That was moved.'));

  expect(made.flatMap((view) => viewProblems(view, 'home'))).toEqual([]);
  expect(foreignIn(made)).toEqual([]);
  expect(
    made.every(
      ({ blocks }) => blocks.length <= 100 && /… and \d+ more in these two weeks/.test(JSON.stringify(blocks)),
    ),
  ).toBe(true);
});

describe('an answer to a verb', () => {
  const asked = { text: 'move standup', request: 'trigger', chosen: NOTHING_CHOSEN };
  const meant = (title: string) => {
    const { meeting, next } = hostile(title);
    const { startsAt } = next;
    const deed: Deed = {
      ...{ kind: 'move', meeting: STANDUP, occurrence: next.key, scope: 'all' },
      ...{ startsAt: startsAt.plus({ hours: 1 }), length: Duration.fromObject({ minutes: 30 }) },
    };
    return { deed, meeting, occurrence: next, isRelative: false };
  };
  const answers: [string, (title: string) => ReturnType<typeof words>][] = [
    [
      'that it is done',
      (title) => words(doneText({ ...meant(title), after: hostile(title).meeting, left: [] }, reader)),
    ],
    ['that something is unclear', (title) => words(unclearText(title, 'move', 'no-time', '/meet'))],
    [
      'which meeting',
      (title) =>
        whichMeeting(
          Array.from({ length: 30 }, () => hostile(title)),
          title,
          asked,
          reader,
        ),
    ],
    ['which runs', (title) => whichRuns(meant(title), asked, reader)],
    ['which time', (title) => whichTime(meant(title), [{ kind: 'seven', alternatives: [AGREED_AT] }], asked, reader)],
    ['what is planned', (title) => agendaList(fullHome(title), '/meet')],
    ['whether it is new', (title) => changeOrNew(meant(title), title, asked, reader)],
  ];

  test.each(answers)('%s is accepted by Slack and lets no foreign token live', (_, answer) => {
    const said = titles.map(answer);

    expect(said.flatMap(problemsOf)).toEqual([]);
    expect(said.flatMap(liveTokens).filter((token) => !allowed.test(token))).toEqual([]);
  });
});

test.each([
  ['en-US', 'At 8:00 AM'],
  ['en-GB', 'At 08:00'],
])('the hour of the agenda is offered on the clock of %s: %s', (locale, words) => {
  expect(JSON.stringify(settingsModal(settings, feedAddress, locale))).toContain(`"${words}"`);
});

test('the address of the feed stands there as text, for either kind of calendar, and is replaced once that is confirmed', () => {
  const address = 'https://meet.acme.org/calendar/secret.ics';
  const [text, buttons] = feedBlocks(address) as [SectionBlock, ActionsBlock];
  const [replace] = buttons.elements as [Button];

  expect(text.text?.text).toContain(
    'Apple Calendar, Thunderbird and others on your device: `webcal://meet.acme.org/calendar/secret.ics`\n' +
      'Google Calendar (_Other calendars &gt; From URL_) and Outlook on the web (_Add calendar &gt; Subscribe from web_): ' +
      `\`${address}\`\nIt is a secret like a password`,
  );
  expect([replace.url, replace.confirm?.confirm?.text]).toEqual([undefined, 'Replace']);
});

test('what a button carries is read back, and what is not ours is nothing', () => {
  const choice = {
    text: 'move “x” to <@U1>',
    request: '1.2.abc',
    chosen: { isVerb: true, meeting: STANDUP, scope: 'following' as const, startsAt: AGREED_AT.toLocal() },
  };

  expect(verbChoiceValue(readVerbChoice(verbChoiceValue(choice)) ?? choice)).toBe(verbChoiceValue(choice));
  expect(['', '{}', '[]', '[1,2]', 'null', 'x'].map(readVerbChoice)).toEqual([null, null, null, null, null, null]);
});

test.each([
  ['2', 'settings_length'],
  ['9999', 'settings_length'],
  ['1.5', 'settings_length'],
])('a usual length of %s is refused under its field', (value, field) => {
  const values = { settings_length: { settings_length: { type: 'number_input', value } } };

  expect(readSettingsModal(values)).toEqual({ errors: { [field]: expect.any(String) } });
});

function foreignIn(views: readonly (ModalView | HomeView)[]): string[] {
  return views
    .flatMap(({ blocks }) => liveTokens({ text: '', blocks: blocks as KnownBlock[] }))
    .filter((token) => !allowed.test(token));
}

function fullHome(title: string): Home {
  const { meeting } = hostile(title);
  const { startsAt, endsAt } = meeting;
  const draft = aMeeting({
    title,
    status: 'draft',
    questions: [{ kind: 'seven', alternatives: [AGREED_AT, AGREED_AT.plus({ hours: 1 })] }],
  });
  const entries = Array.from({ length: 200 }, (_, at) => ({
    meeting,
    occurrence: {
      key: at === 0 ? ONLY_OCCURRENCE : `2026${String(at).padStart(4, '0')}T080000Z`,
      plannedAt: startsAt.plus({ hours: at }),
      startsAt: startsAt.plus({ hours: at }),
      endsAt: endsAt.plus({ hours: at }),
      isCancelled: false,
    },
    joinUrl: `https://meet.acme.org/j/${'x'.repeat(80)}`,
    isOrganizer: at % 2 === 0,
    mayMove: true,
    mayCancel: true,
    answer: 'ACCEPTED' as const,
    more: { count: 9, until: endsAt },
  }));
  const unreached = unreachedAt(AGREED_AT, { what: 'invitation', reason: 'unknown' });
  const people = crowd.map((user) => ({ who: anInvitee(STANDUP, user), unreached }));
  return {
    now: AGREED_AT,
    reader,
    entries,
    later: Array.from({ length: 30 }, () => ({ meeting, occurrence: firstOccurrence(meeting) })),
    shownUntil: endsAt,
    // Each has an id of its own, as Slack wants of blocks.
    drafts: Array.from({ length: 9 }, (_, at) => ({ ...draft, id: `draft-number-00000000${at}0` as Meeting['id'] })),
    notDelivered: [
      { meeting: aMeeting({ title }), people },
      { meeting: aMeeting({ title, organizer: BOB }), people },
    ],
    settings,
    feedAddress,
    presets: { host: 'group_call_host', guest: '`<!channel>`' },
  };
}
