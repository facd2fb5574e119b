import { expect, test } from '@jest/globals';
import { cancelMeeting } from '../../src/domain/changes/cancel.ts';
import { moveMeeting } from '../../src/domain/changes/move.ts';
import { handOver, takeOff } from '../../src/domain/changes/people.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import { ACME, ALICE, BOB, CHEN, idOf, STANDUP } from '../support/a-meeting.ts';
import { expectOk } from '../support/results.ts';
import { bob, half, nine, rather, staged, thursday } from './proposal-stage.ts';

type Staged = Awaited<ReturnType<typeof staged>>;
const eleven = nine.plus({ hours: 2 });

async function setAsked() {
  const stage = await staged();
  expectOk(await stage.proposeTime.propose(bob, rather()));
  await stage.quiet();
  expect(stage.standing()).toEqual(['open']);
  return stage;
}

test.each<[string, (stage: Staged) => Promise<unknown>, (number | string)[]]>([
  ['moved there', ({ decide }) => decide('move'), [thursday.toMillis()]],
  ['kept where it is', ({ decide }) => decide('keep'), [nine.toMillis()]],
  [
    'moved elsewhere',
    ({ change, clock }) => change((meeting) => moveMeeting(meeting, eleven, half, clock.now())),
    [eleven.toMillis()],
  ],
  ['cancelled', ({ change, clock }) => change((meeting) => cancelMeeting(meeting, null, clock.now())), ['cancelled']],
  ['taken back', ({ undo }) => undo({ workspace: ACME, user: ALICE }, STANDUP), ['cancelled']],
  [
    'without the proposer',
    ({ change, clock }) => change((meeting) => takeOff(meeting, idOf(meeting, BOB), clock.now())),
    [nine.toMillis()],
  ],
  ['over', async ({ clock }) => clock.set(nine.plus(half)), [nine.toMillis()]],
  [
    'longer',
    ({ change, clock }) => change((meeting) => moveMeeting(meeting, nine, half.plus(half), clock.now())),
    ['open'],
  ],
])(
  'a question has buttons as long as there is something to decide: the meeting is %s',
  async (_, happens, expected) => {
    const stage = await setAsked();
    await happens(stage);
    await stage.quiet();

    expect([stage.standing(), (await stage.kept()).length]).toEqual([
      expected,
      expected.filter((one) => one === 'open').length,
    ]);
    expect(stage.asked()).toHaveLength(1);
  },
);

test('another proposal of the same person closes it, and everybody who was asked is answered', async () => {
  const { change, clock, proposeTime, quiet, standing, decide } = await setAsked();
  clock.advance({ minutes: 1 });
  await proposeTime.propose(bob, rather({ rather: thursday.plus({ hours: 1 }), request: 'V2' }));
  await quiet();
  await change((meeting) => handOver(meeting, CHEN, clock.now()));
  await quiet();
  const open = [standing(), standing(CHEN)];
  await change((meeting) => cancelMeeting(meeting, null, clock.now()));
  await quiet();

  expect([open, standing(), standing(CHEN)]).toEqual([
    [[nine.toMillis(), 'open'], ['open']],
    [nine.toMillis(), 'cancelled'],
    ['cancelled'],
  ]);
  expect(await decide('move', CHEN)).toMatchObject({ ok: false });
});

test('an edit that failed is made again', async () => {
  const { clock, decide, messenger, quiet, standing } = await setAsked();
  messenger.fail('update', new ChatFault('unavailable', 'service_unavailable'));
  await decide('keep');
  await quiet();
  clock.advance({ minutes: 5 });
  await quiet();

  expect(standing()).toEqual([nine.toMillis()]);
});
