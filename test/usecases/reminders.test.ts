import { expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import { cancelMeeting } from '../../src/domain/changes/cancel.ts';
import { moveMeeting } from '../../src/domain/changes/move.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { heard } from '../../src/domain/session.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import { ACME, ALICE, BOB, berlin, CHEN, idOf, STANDUP, ZENITH } from '../support/a-meeting.ts';
import { bob, DANA } from '../support/fake-directory.ts';
import { setOutgoingStage } from './outgoing-stage.ts';

const half = Duration.fromObject({ minutes: 30 });

/** The standup with its invitations out and a reminder ten minutes before. */
async function setReminding(changes: Partial<Meeting> = {}) {
  const stage = await setOutgoingStage(changes, { remindsBefore: Duration.fromObject({ minutes: 10 }) });
  await stage.quiet();
  const { startsAt } = stage.meeting;
  const at = async (minutes: number) => {
    stage.clock.set(startsAt.plus({ minutes }));
    await stage.quiet();
  };
  const yes = (user: typeof BOB) =>
    stage.answer({ workspace: ACME, meeting: STANDUP, occurrence: 'once', who: { user }, is: 'ACCEPTED' });
  const snooze = (user = BOB, workspace = ACME, from = startsAt) =>
    stage.snooze({ workspace, meeting: STANDUP, occurrence: 'once', user, startsAt: from });
  const minutesLeft = (user: typeof BOB) => stage.remindersOf(user).map((one) => one.minutesLeft);
  return { ...stage, startsAt, at, yes, snooze, minutesLeft };
}

test('everybody is reminded once, with a join button of their own', async () => {
  const { at, remindersOf, meeting, startsAt, links } = await setReminding();
  await at(-11);
  const early = remindersOf(BOB);
  await at(-10);
  await at(-9);

  const [bob] = meeting.invitees.filter(({ user }) => user === BOB);
  expect(early).toEqual([]);
  expect(remindersOf(BOB)).toEqual([
    {
      kind: 'reminder',
      meeting: STANDUP,
      occurrence: 'once',
      title: 'Standup',
      startsAt,
      minutesLeft: 10,
      canSnooze: true,
      joinUrl: bob && links.urlFor(meeting, bob),
      reader: { zone: 'America/New_York', locale: 'en-US' },
    },
  ]);
  expect([remindersOf(ALICE), remindersOf(CHEN)].map(({ length }) => length)).toEqual([1, 1]);
});

test('a meeting that moves reminds anew, and the reminder of its old time is dropped', async () => {
  const { at, change, clock, minutesLeft, startsAt } = await setReminding();
  await change((meeting) => moveMeeting(meeting, startsAt.plus({ hours: 1 }), half, clock.now()));
  await at(-10);
  const before = minutesLeft(BOB);
  await at(50);
  await change((meeting) => moveMeeting(meeting, startsAt.plus({ hours: 2 }), half, clock.now()));
  await at(110);

  expect([before, minutesLeft(BOB)]).toEqual([[], [10, 10]]);
});

test('who chooses another time later is reminded then, once', async () => {
  const { at, settings, minutesLeft } = await setReminding();
  await settings.put(ACME, BOB, { reminderMinutes: 3 });
  await at(-10);
  await at(-3);
  await settings.put(ACME, CHEN, { reminderMinutes: 1 });
  await at(-1);

  expect([minutesLeft(BOB), minutesLeft(CHEN)]).toEqual([[3], [10]]);
});

test('putting it off reminds once more, however often it is pressed', async () => {
  const { at, snooze, clock, minutesLeft, startsAt } = await setReminding();
  await at(-10);
  const until = startsAt.minus({ minutes: 5 }).toUTC();
  expect([await snooze(), await snooze()]).toEqual([
    { ok: true, value: until },
    { ok: true, value: until },
  ]);
  await at(-5);
  const tooLate = await snooze();
  clock.advance({ minutes: 1 });
  await at(-1);

  expect(tooLate).toEqual({ ok: false, problem: { kind: 'too-late', startsAt } });
  expect([minutesLeft(BOB), minutesLeft(ALICE)]).toEqual([[10, 5], [10]]);
});

test('a button that knows the start to the second means that start', async () => {
  const start = berlin('2026-03-03T09:00:30.824');
  const { at, snooze, answer } = await setReminding({ startsAt: start, endsAt: start.plus({ minutes: 30 }) });
  await at(-10);
  const shown = start.set({ millisecond: 0 });
  const answered = await answer({
    workspace: ACME,
    meeting: STANDUP,
    occurrence: 'once',
    who: { user: BOB },
    is: 'ACCEPTED',
    startsAt: shown,
  });

  expect([answered.ok, (await snooze(BOB, ACME, shown)).ok]).toEqual([true, true]);
});

test('only who is invited can put off, for themselves, and only the start that they saw', async () => {
  const { at, snooze, change, clock, startsAt, seatOf } = await setReminding();
  await at(-10);
  const stranger = await snooze(DANA);
  const foreign = await snooze(BOB, ZENITH);
  const other = await snooze(BOB, ACME, startsAt.minus({ hours: 1 }));
  await change((meeting) => cancelMeeting(meeting, null, clock.now()));
  const cancelled = await snooze();

  expect([stranger, foreign, other, cancelled]).toEqual([
    { ok: false, problem: { kind: 'not-invited' } },
    { ok: false, problem: { kind: 'not-invited' } },
    { ok: false, problem: { kind: 'moved', startsAt } },
    { ok: false, problem: { kind: 'cancelled' } },
  ]);
  expect((await seatOf(BOB)).snoozedUntil).toBeNull();
});

test('at the start only who said yes and is not in is told of it', async () => {
  const { at, yes, seats, sessions, minutesLeft, startsAt, meeting } = await setReminding();
  await Promise.all([yes(BOB), yes(CHEN)]);
  await at(-10);
  await seats.change(STANDUP, 'once', idOf(meeting, ALICE), () => ({ enteredAt: startsAt.minus({ minutes: 2 }) }));
  const joined = { kind: 'joined', run: 'run', peer: 'p', person: idOf(meeting, CHEN), at: startsAt } as const;
  await sessions.change(STANDUP, 'once', (session) => heard(session, joined));
  await at(0);

  expect([ALICE, BOB, CHEN].map(minutesLeft)).toEqual([[10], [10, 0], [10]]);
});

test.each<[string, number, number[]]>([
  ['comes when it can be sent', -3, [3]],
  ['is none any more after the start', 1, []],
])('a reminder that fails %s, and nobody else hears of it', async (_, minutes, expected) => {
  const { at, messenger, minutesLeft, seats } = await setReminding();
  for (const _ of [ALICE, BOB, CHEN]) messenger.fail('post', new ChatFault('unavailable', 'service_unavailable'));
  await at(-10);
  await at(minutes);

  expect(minutesLeft(BOB)).toEqual(expected);
  expect((await seats.ofMeeting(STANDUP)).filter(({ unreached }) => unreached)).toEqual([]);
});

test.each<[string, (stage: Awaited<ReturnType<typeof setReminding>>) => void]>([
  ['as the directory says', ({ directory }) => directory.put({ ...bob, kind: 'deactivated' })],
  ['as Slack says', ({ messenger }) => messenger.shutOut(CHEN)],
])('a reminder for somebody who left, %s, is dropped in silence', async (_, leave) => {
  const stage = await setReminding();
  const { at, messenger, seats } = stage;
  leave(stage);
  await at(-10);
  await at(-1);

  expect((await seats.ofMeeting(STANDUP)).filter(({ unreached }) => unreached)).toEqual([]);
  expect(messenger.sent.filter(({ message }) => message.kind === 'unreached')).toEqual([]);
});

test('a lost answer leads to no second reminder', async () => {
  const { at, messenger, minutesLeft } = await setReminding();
  messenger.fail('post', new ChatFault('unavailable', 'no_answer', { ambiguous: true }), 'after');
  await at(-10);
  await at(-8);

  expect([ALICE, BOB, CHEN].map(minutesLeft)).toEqual([[10], [10], [10]]);
});

test('a clock that jumps ahead sends what is still due once, and one that jumps back repeats nothing', async () => {
  const { at, minutesLeft } = await setReminding();
  await at(-2);
  await at(-60);
  await at(-10);
  await at(-1);
  await at(60 * 24);

  expect(minutesLeft(BOB)).toEqual([2]);
});

test('a clock that jumps over the start reminds of nothing', async () => {
  const { at, minutesLeft, yes } = await setReminding();
  await yes(BOB);
  await at(11);

  expect(minutesLeft(BOB)).toEqual([]);
});
