import { describe, expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import { meetingIdFor, type SlackUserId } from '../../src/domain/ids.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import { makeScheduleMeeting, type ScheduleRequest } from '../../src/usecases/schedule-meeting.ts';
import { ACME, AGREED_AT, ALICE, aMeeting, anInvitee, BOB, CHEN, ZENITH } from '../support/a-meeting.ts';
import { alice, DANA, ROBOT } from '../support/fake-directory.ts';
import { setStage } from './stage.ts';

const down = new ChatFault('unavailable', 'no_answer');
const NOBODY = 'U0NOBODY0' as SlackUserId;
const at = (...users: string[]) => users.map((user) => `<@${user}>`).join(' ');

/** Alice types in Berlin at ten on Monday 2 March 2026. */
async function setting() {
  const stage = await setStage();
  let wakes = 0;
  const scheduleMeeting = makeScheduleMeeting({
    ...stage,
    settingsOf: async () => ({
      lengthMinutes: 30,
      reminderMinutes: 10,
      zone: null,
      agendaHour: null,
      calendar: 'file',
    }),
    confirmFromPeople: 10,
    wake: () => {
      wakes += 1;
    },
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
        signal: new AbortController().signal,
        ...changes,
      }),
    stored: () => stage.meetings.nextOf(ACME, AGREED_AT.minus({ years: 1 })),
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
  expect(outcome).toEqual({ ok: true, value: { meeting, left: [], locale: 'en-GB', isZoneAssumed: false } });
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

describe('refuses, and stores nothing:', () => {
  const crowd = Array.from({ length: 501 }, (_, n) => `U${1000 + n}`);
  test.each<[string, string, object]>([
    ['a text that is too long', 'x'.repeat(8_001), { kind: 'text-too-long', length: 8_001, longest: 8_000 }],
    ['a text without a time', `standup ${at(BOB)}`, { kind: 'needs', needs: ['date', 'time'], title: 'standup' }],
    ['a text without an hour', `standup tomorrow ${at(BOB)}`, { kind: 'needs', needs: ['time'], title: 'standup' }],
    ['a text without a title', `tomorrow 9am ${at(BOB)}`, { kind: 'needs', needs: ['title'], title: null }],
    [
      'a title of blanks that cannot be seen',
      `"\u200b \u2060" tomorrow 9am ${at(BOB)}`,
      { kind: 'needs', needs: ['title'], title: null },
    ],
    ['nobody to meet', 'standup tomorrow 9am', { kind: 'nobody-invited' }],
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
    ['a series', `standup every friday 9am ${at(BOB)}`, { kind: 'not-offered', what: 'repetition' }],
    ['a channel', `standup tomorrow 9am <#C0TEAM000|team> ${at(BOB)}`, { kind: 'not-offered', what: 'channels' }],
    ['everybody', `standup tomorrow 9am <!channel> ${at(BOB)}`, { kind: 'not-offered', what: 'channels' }],
    ['a group', `standup tomorrow 9am <!subteam^S0ENG0000|@eng>`, { kind: 'not-offered', what: 'groups' }],
    [
      'a guest by e-mail',
      `standup tomorrow 9am <mailto:gus@example.org|gus@example.org>`,
      { kind: 'not-offered', what: 'emails' },
    ],
    ['a public meeting', `standup tomorrow 9am public ${at(BOB)}`, { kind: 'not-offered', what: 'public' }],
    ['only names that nobody has', `standup tomorrow 9am @bobby`, { kind: 'unknown-names', names: ['bobby'] }],
  ])('%s', async (_, text, problem) => {
    const { type, stored, wakes } = await setting();

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

test('somebody who has been answered gets nothing stored', async () => {
  const { type, stored, directory, wakes } = await setting();
  const answered = new AbortController();
  directory.trouble(BOB, 'silence');
  const typed = type(`standup tomorrow 9am ${at(BOB)}`, { signal: answered.signal });
  setTimeout(() => answered.abort(), 20);

  await expect(typed).rejects.toMatchObject({ name: 'AbortError' });
  expect([await stored(), wakes()]).toEqual([null, 0]);
});
