import { describe, expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import { cancelMeeting, cancelOccurrence } from '../../src/domain/changes/cancel.ts';
import { moveMeeting, moveOccurrence } from '../../src/domain/changes/move.ts';
import { invitePeople, takeOff } from '../../src/domain/changes/people.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import { makeEndMeeting } from '../../src/usecases/end-meeting.ts';
import { ACME, ALICE, BOB, CHEN, idOf, STANDUP } from '../support/a-meeting.ts';
import { setOutgoingStage } from './outgoing-stage.ts';

const half = Duration.fromObject({ minutes: 30 });
const EVERYBODY = [ALICE, BOB, CHEN];
const lost = new ChatFault('unavailable', 'no_answer', { ambiguous: true });
const down = new ChatFault('unavailable', 'service_unavailable');

/** The standup, of which everybody was reminded ten minutes before the start. */
async function setReminded(changes: Partial<Meeting> = {}) {
  const stage = await setOutgoingStage(changes, { remindsBefore: Duration.fromObject({ minutes: 10 }) });
  const { meeting, clock, messenger, seats } = stage;
  const { startsAt } = meeting;
  const at = async (minutes: number) => {
    clock.set(startsAt.plus({ minutes }));
    await stage.quiet();
  };
  await stage.quiet();
  return {
    ...stage,
    startsAt,
    at,
    yes: (user: typeof BOB) =>
      stage.answer({ workspace: ACME, meeting: STANDUP, occurrence: 'once', who: { user }, is: 'ACCEPTED' }),
    snooze: () => stage.snooze({ workspace: ACME, meeting: STANDUP, occurrence: 'once', user: BOB, startsAt }),
    end: () =>
      makeEndMeeting({ ...stage, isAdmin: async () => false, wake: () => {} })(
        { workspace: ACME, user: ALICE },
        STANDUP,
        'once',
      ),
    /** How many minutes before the start each of the reminders spoke that stand in a conversation. */
    standing: () => EVERYBODY.map((user) => stage.standingOf(user).map(({ minutesLeft }) => minutesLeft)),
    remembered: async () => (await seats.ofMeeting(STANDUP)).flatMap(({ reminders }) => reminders),
    removals: () => messenger.calls.filter((call) => call === 'remove').length,
  };
}

test('a reminder stands while the meeting is on, and goes with its end', async () => {
  const { at, standing, remembered, cardsOf, removals } = await setReminded();
  await at(-10);
  await at(44);
  const before = standing();
  await at(45);
  await at(60 * 24);

  expect([before, standing(), await remembered(), removals()]).toEqual([[[10], [10], [10]], [[], [], []], [], 3]);
  expect(EVERYBODY.flatMap((user) => cardsOf(user)).map(({ joinUrl }) => joinUrl)).toEqual([null, null, null]);
});

test('whoever said yes has one reminder of the start and not two', async () => {
  const { at, yes, standing, remembered } = await setReminded();
  await yes(BOB);
  await at(-10);
  await at(0);
  const begun = standing();
  await at(45);

  expect([begun, standing(), await remembered()]).toEqual([[[0], [0], [10]], [[], [], []], []]);
});

test('putting it off takes the reminder away until the next one', async () => {
  const { at, snooze, quiet, standing } = await setReminded();
  await at(-10);
  await snooze();
  await quiet();
  const putOff = standing();
  await at(-5);

  expect([putOff, standing()]).toEqual([
    [[10], [], [10]],
    [[10], [5], [10]],
  ]);
});

type Staged = Awaited<ReturnType<typeof setReminded>>;

test.each<[string, (stage: Staged) => Promise<unknown>, number[][]]>([
  [
    'is moved',
    ({ change, startsAt, clock }) => change((one) => moveMeeting(one, startsAt.plus({ hours: 1 }), half, clock.now())),
    [[], [], []],
  ],
  ['is cancelled', ({ change, clock }) => change((one) => cancelMeeting(one, null, clock.now())), [[], [], []]],
  ['is ended for all', ({ end }) => end(), [[], [], []]],
  [
    'goes on without them',
    ({ change, clock, meeting }) => change((one) => takeOff(one, idOf(meeting, BOB), clock.now())),
    [[0], [], [10]],
  ],
])('a reminder goes at once where the meeting %s', async (_, happens, expected) => {
  const stage = await setReminded();
  const { at, quiet, clock, standing, remembered } = stage;
  await at(-10);
  await at(0);
  clock.advance({ minutes: 1 });
  await happens(stage);
  await quiet();

  expect(standing()).toEqual(expected);
  expect(await remembered()).toHaveLength(expected.flat().length);
});

test('taking the meeting back takes its reminders as well', async () => {
  const { at, undo, quiet, standing, remembered } = await setReminded();
  await at(-10);
  await undo({ workspace: ACME, user: ALICE }, STANDUP);
  await quiet();

  expect([standing(), await remembered()]).toEqual([[[], [], []], []]);
});

test('who is invited again is not left with the button of the old link', async () => {
  const { at, change, clock, meeting, quiet, standing } = await setReminded();
  await at(-10);
  await change((one) => takeOff(one, idOf(meeting, BOB), clock.now()));
  await change((one) => invitePeople(one, [{ user: BOB, name: 'Bob' }], clock.now()));
  await quiet();

  expect(standing()).toEqual([[10], [], [10]]);
});

test('a meeting that was moved there and back before anybody looked keeps its reminders', async () => {
  const { at, change, clock, startsAt, quiet, standing } = await setReminded();
  await at(-10);
  await change((one) => moveMeeting(one, startsAt.plus({ hours: 1 }), half, clock.now()));
  await change((one) => moveMeeting(one, startsAt, half, clock.now()));
  await quiet();

  expect(standing()).toEqual([[10], [10], [10]]);
});

test('each run of a series has its own, and nothing is kept of those that are over', async () => {
  const series = { rule: { freq: 'DAILY' as const, interval: 1 }, changes: [] };
  const { at, change, clock, standing, remembered } = await setReminded({ series });
  const counts: number[] = [];
  for (let day = 0; day < 5; day += 1) {
    await at(day * 24 * 60 - 10);
    counts.push(standing().flat().length);
    await at(day * 24 * 60);
    await at(day * 24 * 60 + 45);
    counts.push((await remembered()).length);
  }
  const sixth = '20260308T080000Z';
  await at(5 * 24 * 60 - 10);
  await change((one) => cancelOccurrence(one, '20260309T080000Z', null, clock.now()));
  await at(5 * 24 * 60 - 9);
  counts.push(standing().flat().length);
  await change((one) => moveOccurrence(one, sixth, clock.now().plus({ hours: 2 }), half, clock.now()));
  await at(5 * 24 * 60 - 8);

  expect([counts, standing().flat()]).toEqual([[3, 0, 3, 0, 3, 0, 3, 0, 3, 0, 3], []]);
});

describe('what fails is tried again, and nobody hears of it', () => {
  test.each([
    ['before', down],
    ['after', lost],
  ] as const)('%s it took effect', async (when, fault) => {
    const { at, messenger, standing, remembered, seats } = await setReminded();
    await at(-10);
    messenger.fail('remove', fault, when);
    await at(45);
    await at(47);

    expect([standing(), await remembered()]).toEqual([[[], [], []], []]);
    expect((await seats.ofMeeting(STANDUP)).filter(({ unreached }) => unreached)).toEqual([]);
  });

  test.each([
    ['somebody who cannot be reached', 'unreachable', 'channel_not_found', 0],
    ['a message that Slack keeps', 'refused', 'cant_delete_message', 1],
  ] as const)('%s is let be, and what is kept loses its buttons', async (_, kind, code, emptied) => {
    const { at, messenger, quiet, remembered } = await setReminded();
    await at(-10);
    messenger.fail('remove', new ChatFault(kind, code));
    await at(45);
    await quiet();

    const kept = messenger.edits.filter(({ message }) => message.kind === 'spent-reminder');
    expect([kept.length, await remembered()]).toEqual([emptied, []]);
    expect(messenger.sent.filter(({ message }) => message.kind === 'unreached')).toEqual([]);
  });
});

test('one that arrived unseen goes as soon as it is not wanted any more', async () => {
  const { at, change, clock, messenger, startsAt, standing, remindersOf } = await setReminded();
  for (const _ of EVERYBODY) messenger.fail('post', lost, 'after');
  await at(-10);
  const unseen = [standing(), remindersOf(BOB).length];
  await change((one) => moveMeeting(one, startsAt.plus({ hours: 1 }), half, clock.now()));
  await at(-8);

  expect(unseen).toEqual([[[10], [10], [10]], 1]);
  expect(standing()).toEqual([[], [], []]);
});

test('one that was put off before its arrival was noted goes when it is', async () => {
  const { at, messenger, snooze, standing } = await setReminded();
  for (const _ of EVERYBODY) messenger.fail('post', lost, 'after');
  await at(-10);
  await snooze();
  await at(-8);

  expect(standing()).toEqual([[8], [], [8]]);
});

test('what changed while a reminder was on its way takes it out again', async () => {
  const { at, change, clock, messenger, startsAt, quiet, standing } = await setReminded();
  for (const _ of EVERYBODY) {
    messenger.meanwhile('post', () =>
      change((one) => moveMeeting(one, startsAt.plus({ hours: 1 }), half, clock.now())),
    );
  }
  await at(-10);
  await quiet();

  expect(standing()).toEqual([[], [], []]);
});
