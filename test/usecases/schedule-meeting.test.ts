import { describe, expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import { inviteeIdFor, meetingIdFor, type SlackUserId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import { makeAgendaOf } from '../../src/usecases/agenda-of.ts';
import { makeConflictsOf } from '../../src/usecases/conflicts-of.ts';
import { makeNoticeRepetition } from '../../src/usecases/notice-repetition.ts';
import { makeProposeMeeting } from '../../src/usecases/propose-meeting.ts';
import { makeScheduleMeeting, type ScheduleRequest } from '../../src/usecases/schedule-meeting.ts';
import { ACME, ALICE, aMeeting, anInvitee, BOB, berlin, CHEN, ZENITH } from '../support/a-meeting.ts';
import { alice, bob, DANA, ROBOT } from '../support/fake-directory.ts';
import { links, setStage } from './stage.ts';

const down = new ChatFault('unavailable', 'no_answer');
const TEAM = 'C0TEAM000';
const ENG = 'S0ENG0000';
const NOBODY = 'U0NOBODY0' as SlackUserId;
const at = (...users: string[]) => users.map((user) => `<@${user}>`).join(' ');

/** Alice types in Berlin at ten on Monday 2 March 2026. */
async function setting({ guestsAllowed = true } = {}) {
  const stage = await setStage();
  let wakes = 0;
  const agendaOf = makeAgendaOf(stage);
  const proposeMeeting = makeProposeMeeting({
    ...stage,
    links,
    conflictsOf: makeConflictsOf({ ...stage, agendaOf }),
    defaultLength: Duration.fromObject({ minutes: 30 }),
    confirmFromPeople: 10,
    guestsAllowed,
    wake: () => {
      wakes += 1;
    },
  });
  const scheduleMeeting = makeScheduleMeeting({
    ...stage,
    proposeMeeting,
    noticeRepetition: makeNoticeRepetition(stage),
  });
  return {
    ...stage,
    wakes: () => wakes,
    type: (text: string, changes: Partial<ScheduleRequest> = {}) =>
      scheduleMeeting({
        workspace: ACME,
        workspaceName: 'acme',
        organizer: ALICE,
        triggerId: '1.2.abc',
        text,
        channel: TEAM,
        signal: new AbortController().signal,
        ...changes,
      }),
    stored: async () => {
      for await (const meeting of stage.meetings.ofWorkspace(ACME)) if (meeting.status === 'scheduled') return meeting;
      return null;
    },
  };
}

test('stores what was agreed, wakes the worker, and answers with the meeting', async () => {
  const { type, stored, wakes } = await setting();
  const id = meetingIdFor(ACME, '1.2.abc');

  const outcome = await type(`standup tomorrow 9am ${at(BOB, CHEN)}`);

  const meeting = {
    ...aMeeting({ id, title: 'standup' }),
    invitees: [
      anInvitee(id, ALICE, { name: 'Alice', role: 'host' }),
      anInvitee(id, BOB, { name: 'Bob' }),
      anInvitee(id, CHEN, { name: 'Chen' }),
    ],
  };
  expect(outcome).toEqual({
    ok: true,
    value: { meeting, left: [], conflicts: [], joinUrl: null, publicUrl: null, locale: 'en-GB', isZoneAssumed: false },
  });
  expect(await stored()).toEqual(meeting);
  expect(wakes()).toBe(1);
});

test.each([
  [`standup tomorrow 9am ${at(BOB)}`, 'Europe/Berlin', '2026-03-03T09:00:00.000+01:00', false],
  [`standup tomorrow 9am ${at(BOB)}`, 'America/Los_Angeles', '2026-03-03T09:00:00.000-08:00', false],
  [`standup tomorrow 9am ${at(BOB)}`, null, '2026-03-03T09:00:00.000Z', true],
  [`standup tomorrow 9am Berlin time ${at(BOB)}`, null, '2026-03-03T09:00:00.000+01:00', false],
])('reads %j in the zone of its writer, %s, as %s; assumed: %s', async (text, zone, startsAt, isZoneAssumed) => {
  const { type, directory, stored } = await setting();
  directory.put({ ...alice, zone });

  expect(await type(text)).toMatchObject({ ok: true, value: { isZoneAssumed } });
  // The same request again is told the same.
  expect(await type(text)).toMatchObject({ ok: true, value: { isZoneAssumed } });
  expect((await stored())?.startsAt.toISO()).toBe(startsAt);
});

test.each([
  [`standup tomorrow 9am ${at(ALICE, BOB, BOB)}`, [ALICE, BOB], []],
  [`standup tomorrow 9am ${at(BOB, DANA)}`, [ALICE, BOB], [{ user: DANA, why: 'deactivated' }]],
  [`standup tomorrow 9am ${at(BOB, ROBOT)}`, [ALICE, BOB], [{ user: ROBOT, why: 'bot' }]],
  [`standup tomorrow 9am ${at(NOBODY, BOB)}`, [ALICE, BOB], [{ user: NOBODY, why: 'unknown' }]],
])('%s invites %j and leaves %j', async (text, invited, left) => {
  const { type, stored } = await setting();

  expect(await type(text)).toMatchObject({ ok: true, value: { left } });
  expect((await stored())?.invitees.map(({ user }) => user)).toEqual(invited);
});

const unknownGroup = (why: string, group = ENG) => ({ kind: 'group-unknown', group, why });
const meetingOf = (outcome: Awaited<ReturnType<Awaited<ReturnType<typeof setting>>['type']>>) =>
  outcome.ok ? outcome.value.meeting : null;

test.each<[string, string, Partial<Meeting>]>([
  [
    'a series, from its first time on',
    `retro every other friday 3pm for 45 min ${at(BOB)}`,
    {
      startsAt: berlin('2026-03-06T15:00'),
      endsAt: berlin('2026-03-06T15:45'),
      series: { rule: { freq: 'WEEKLY', interval: 2, byday: ['FR'] }, changes: [] },
    },
  ],
  ['a public meeting of nobody yet', 'retro friday 3pm public', { access: 'public', invitees: [] }],
  ['a channel', `retro friday 3pm <#${TEAM}|team>`, { channels: [aChannel(TEAM)], invitees: [] }],
  ['the channel it was typed in', 'retro friday 3pm <!channel>', { channels: [aChannel(TEAM)], invitees: [] }],
  [
    'the members of a group who can come, each once and the named ones as named',
    `retro friday 3pm <!subteam^${ENG}|@eng> ${at(BOB)}`,
    { groups: [ENG], invitees: [invited(BOB, 'Bob'), invited(CHEN, 'Chen', ENG)] },
  ],
  [
    'a guest by e-mail',
    'retro friday 3pm <mailto:gus@example.org|gus@example.org>',
    { invitees: [{ ...invited('gus@example.org' as SlackUserId, null), user: null, email: 'gus@example.org' }] },
  ],
])('schedules %s', async (_, text, changes) => {
  const { type, stored, directory } = await setting();
  directory.putGroup(ENG, [ALICE, BOB, CHEN, ROBOT, DANA]);

  const outcome = await type(text);

  const id = meetingIdFor(ACME, '1.2.abc');
  const retro = aMeeting({
    id,
    title: 'retro',
    startsAt: berlin('2026-03-06T15:00'),
    endsAt: berlin('2026-03-06T15:30'),
    ...changes,
    invitees: [anInvitee(id, ALICE, { name: 'Alice', role: 'host' }), ...(changes.invitees ?? [invited(BOB, 'Bob')])],
  });
  expect(meetingOf(outcome)).toEqual(retro);
  expect(await stored()).toEqual(retro);
});

function invited(user: SlackUserId, name: string | null, via: string | null = null) {
  return anInvitee(meetingIdFor(ACME, '1.2.abc'), user, { name, via });
}

function aChannel(id: string) {
  return { id, seat: inviteeIdFor(meetingIdFor(ACME, '1.2.abc'), id) };
}

test.each([
  [`now ${at(BOB)}`, 'Quick call', '2026-03-02T10:00:00.000+01:00'],
  [`now budget for 45 min ${at(BOB)}`, 'budget', '2026-03-02T10:00:00.000+01:00'],
])('%j begins at once, with a way in for its host', async (text, title, startsAt) => {
  const { type } = await setting();

  const outcome = await type(text);

  expect(outcome).toMatchObject({ ok: true, value: { meeting: { title }, joinUrl: expect.stringContaining('/j/') } });
  expect(meetingOf(outcome)?.startsAt.toISO()).toBe(startsAt);
});

test('a time behind `now` is the time', async () => {
  const { type } = await setting();

  const outcome = await type(`now planning tomorrow 9am ${at(BOB)}`);

  expect(meetingOf(outcome)?.startsAt.toISO()).toBe('2026-03-03T09:00:00.000+01:00');
});

test('many people are a draft that says how many, groups and guests included', async () => {
  const { type, directory } = await setting();
  directory.putGroup(
    ENG,
    Array.from({ length: 9 }, (_, n) => `U0ENG000${n}` as SlackUserId),
  );
  for (let n = 0; n < 9; n += 1) directory.put({ ...bob, user: `U0ENG000${n}` as SlackUserId });

  const outcome = await type(`retro friday 3pm <!subteam^${ENG}|@eng> gus@example.org`);

  expect(meetingOf(outcome)).toMatchObject({ status: 'draft', questions: [{ kind: 'many-people', count: 10 }] });
});

test('guests are refused where no mail is set up', async () => {
  const { type, stored } = await setting({ guestsAllowed: false });

  expect(await type(`retro friday 3pm gus@example.org ${at(BOB)}`)).toEqual({
    ok: false,
    problem: { kind: 'no-guests' },
  });
  expect(await stored()).toBeNull();
});

test('who has something else at that time is told, by its title only to those who are in it', async () => {
  const { type } = await setting();
  await type(`standup friday 3pm ${at(BOB)}`);
  await type(`one to one friday 3:15pm ${at(CHEN)}`, { organizer: BOB, triggerId: '2' });

  const outcome = await type(`retro friday 3pm for an hour ${at(BOB, CHEN)}`, { triggerId: '3' });

  expect(outcome.ok && outcome.value.conflicts.map(({ user, title }) => [user, title])).toEqual([
    [ALICE, 'standup'],
    [BOB, 'standup'],
  ]);
});

describe('what is lacking', () => {
  test.each<[string, object]>([
    [
      `standup ${at(BOB)}`,
      { lacks: ['date', 'time'], wishes: { title: 'standup', users: [BOB], day: null, time: null } },
    ],
    [`standup tomorrow ${at(BOB)}`, { lacks: ['time'], wishes: { title: 'standup', day: '2026-03-03', time: null } }],
    [`tomorrow 9am ${at(BOB)}`, { lacks: ['title'], wishes: { title: null, day: '2026-03-03', time: '09:00' } }],
    [`"\u200b \u2060" tomorrow 9am ${at(BOB)}`, { lacks: ['title'], wishes: { title: null } }],
    ['standup tomorrow 9am', { lacks: ['people'], wishes: { title: 'standup', users: [] } }],
    ['standup every friday', { lacks: ['time', 'people'], wishes: { rule: { freq: 'WEEKLY', byday: ['FR'] } } }],
  ])('in %j is told with what was understood, and nothing is stored', async (text, expected) => {
    const { type, stored, wakes } = await setting();

    expect(await type(text)).toMatchObject({ ok: false, problem: { kind: 'lacks', locale: 'en-GB', ...expected } });
    expect([await stored(), wakes()]).toEqual([null, 0]);
  });
});

describe('refuses, and stores nothing:', () => {
  const crowd = Array.from({ length: 501 }, (_, n) => `U${1000 + n}`);
  test.each<[string, string, object]>([
    ['a text that is too long', 'x'.repeat(8_001), { kind: 'text-too-long', length: 8_001, longest: 8_000 }],
    ['only the writer', `standup tomorrow 9am ${at(ALICE)}`, { kind: 'nobody-invited' }],
    [
      'nobody who can come',
      `standup tomorrow 9am ${at(DANA)}`,
      { kind: 'nobody-can-come', left: [{ user: DANA, why: 'deactivated' }] },
    ],
    ['a crowd', `standup tomorrow 9am ${at(...crowd)}`, { kind: 'too-many-people', count: 501, most: 500 }],
    [
      'a title that is too long',
      `${'long '.repeat(40)}tomorrow 9am ${at(BOB)}`,
      { kind: 'title-too-long', length: 199, longest: 150 },
    ],
    [
      'more than a day',
      `standup tomorrow 9am for 25 hours ${at(BOB)}`,
      { kind: 'too-long', longest: Duration.fromObject({ hours: 24 }) },
    ],
    [
      'a moment',
      `standup tomorrow 9am for 1 minute ${at(BOB)}`,
      { kind: 'too-short', shortest: Duration.fromObject({ minutes: 5 }) },
    ],
    [
      'a group that the app may not look into',
      `standup tomorrow 9am <!subteam^${ENG}|@eng>`,
      unknownGroup('not-allowed'),
    ],
    [
      'a group that is not there',
      `standup tomorrow 9am <!subteam^S0GONE000|@gone> ${at(BOB)}`,
      unknownGroup('unknown', 'S0GONE000'),
    ],
    [
      'an address that is none',
      `standup tomorrow 9am <mailto:.gus@example.org|gus> ${at(BOB)}`,
      { kind: 'not-an-address', addresses: ['.gus@example.org'] },
    ],
    ['only names that nobody has', `standup tomorrow 9am @bobby`, { kind: 'unknown-names', names: ['bobby'] }],
  ])('%s', async (_, text, problem) => {
    const { type, stored, wakes, directory } = await setting();
    directory.putGroup(ENG, new ChatFault('refused', 'missing_scope'));

    expect(await type(text)).toEqual({ ok: false, problem });
    expect([await stored(), wakes()]).toEqual([null, 0]);
  });

  test.each([
    ['does not know', (): ChatFault | null => null],
    ['does not tell', (): ChatFault | null => down],
  ])('somebody whose zone the directory %s', async (_, trouble) => {
    const { type, directory, stored } = await setting();
    const fault = trouble();
    if (fault) directory.trouble(ALICE, fault);
    const writer = fault ? ALICE : NOBODY;

    expect(await type(`standup tomorrow 9am ${at(BOB)}`, { organizer: writer })).toEqual({
      ok: false,
      problem: { kind: 'zone-unknown' },
    });
    expect(await stored()).toBeNull();
  });
});

describe('a directory that', () => {
  test('fails for an invitee does not stop the meeting', async () => {
    const { type, directory, stored, log } = await setting();
    directory.trouble(BOB, down);

    expect(await type(`standup tomorrow 9am ${at(BOB, CHEN)}`)).toMatchObject({ ok: true, value: { left: [] } });
    expect((await stored())?.invitees.map(({ name }) => name)).toEqual(['Alice', null, 'Chen']);
    expect(log.said('warn')).toEqual(['a person could not be looked up']);
  });

  test('keeps silent about an invitee is waited for 1.5 seconds', async () => {
    const { type, directory, stored } = await setting();
    directory.trouble(BOB, 'silence');
    const began = performance.now();

    expect(await type(`standup tomorrow 9am ${at(BOB, CHEN)}`)).toMatchObject({ ok: true });
    expect(performance.now() - began).toBeLessThan(2_400);
    expect((await stored())?.invitees.map(({ name }) => name)).toEqual(['Alice', null, 'Chen']);
  });

  test('keeps silent about the writer is not waited for when they have been answered', async () => {
    const { type, directory, stored } = await setting();
    directory.trouble(ALICE, 'silence');

    expect(await type(`standup tomorrow 9am ${at(BOB)}`, { signal: AbortSignal.abort() })).toEqual({
      ok: false,
      problem: { kind: 'zone-unknown' },
    });
    expect(await stored()).toBeNull();
  });

  test('would be asked too much is asked about forty', async () => {
    const { type, directory } = await setting();
    const people = Array.from({ length: 60 }, (_, n) => `U${1000 + n}`);
    await type(`standup tomorrow 9am ${at(BOB, ...people)}`);

    expect(directory.asked).toHaveLength(41);
  });
});

describe('the same request again', () => {
  test('is the meeting that is there, whatever it says now', async () => {
    const { type, stored } = await setting();
    const first = await type(`standup tomorrow 9am ${at(BOB)}`);
    const again = await type(`retro friday 3pm ${at(CHEN)}`);

    expect(again).toEqual(first);
    expect((await stored())?.title).toBe('standup');
  });

  test('is the meeting that is there, though the directory is down', async () => {
    const { type, directory } = await setting();
    await type(`standup tomorrow 9am ${at(BOB)}`);
    directory.trouble(ALICE, down);

    expect(await type(`standup tomorrow 9am ${at(BOB)}`)).toMatchObject({
      ok: true,
      value: { meeting: { title: 'standup' }, locale: 'en-US' },
    });
  });

  test('ten times at once is one meeting', async () => {
    const { type, stored } = await setting();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) => type(`standup ${n} tomorrow 9am ${at(BOB)}`)),
    );

    const titles = outcomes.map((outcome) => outcome.ok && outcome.value.meeting.title);
    expect(new Set(titles)).toEqual(new Set([(await stored())?.title]));
  });

  test('by its trigger id in another workspace is another meeting', async () => {
    const { type } = await setting();
    const ids = await Promise.all([
      type(`standup tomorrow 9am ${at(BOB)}`),
      type(`standup tomorrow 9am ${at(BOB)}`, { workspace: ZENITH }),
    ]);

    expect(new Set(ids.map((outcome) => outcome.ok && outcome.value.meeting.id)).size).toBe(2);
  });
});

describe('the same words in another request', () => {
  const text = `standup tomorrow 9am ${at(BOB)}`;
  const questionsOf = (outcome: Awaited<ReturnType<Awaited<ReturnType<typeof setting>>['type']>>) =>
    outcome.ok && outcome.value.meeting.questions;

  test.each<[string, Partial<ScheduleRequest>, number, boolean]>([
    ['at once', {}, 0, true],
    ['with other blanks', { text: ` ${text.replaceAll(' ', '  ')}` }, 1, true],
    ['within ten seconds', {}, 9_999, true],
    ['after ten seconds', {}, 10_000, false],
    ['by somebody else', { organizer: CHEN }, 0, false],
    ['in another channel', { channel: 'C0OTHER00' }, 0, false],
    ['in another workspace', { workspace: ZENITH }, 0, false],
    ['with another hour', { text: text.replace('9am', '10am') }, 0, false],
  ])('%s: %j, after %d ms, is asked about: %s', async (_, changes, ms, isAsked) => {
    const { type, clock } = await setting();
    await type(text);
    clock.advance({ milliseconds: ms });

    expect(questionsOf(await type(text, { triggerId: '1.3.def', ...changes }))).toEqual(
      isAsked ? [{ kind: 'repeated' }] : [],
    );
  });

  test('at the same instant make one meeting and ask about the others', async () => {
    const { type } = await setting();
    const outcomes = await Promise.all([1, 2, 3, 4].map((n) => type(text, { triggerId: `trigger ${n}` })));

    expect(outcomes.filter((outcome) => outcome.ok && outcome.value.meeting.status === 'scheduled')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.ok && outcome.value.meeting.status === 'draft')).toHaveLength(3);
  });

  test('make a meeting where nothing came of the first', async () => {
    const { type, directory } = await setting();
    directory.trouble(ALICE, down, 1);
    await type(text);

    expect(questionsOf(await type(text, { triggerId: '1.3.def' }))).toEqual([]);
  });
});

test('somebody who has been answered gets nothing stored', async () => {
  const { type, stored, directory, wakes } = await setting();
  const answered = new AbortController();
  directory.trouble(BOB, 'silence');
  const typed = type(`standup tomorrow 9am ${at(BOB)}`, { signal: answered.signal });
  setTimeout(() => answered.abort(), 20);

  await expect(typed).rejects.toMatchObject({ name: 'AbortError' });
  expect([await stored(), wakes()]).toEqual([null, 0]);
});
