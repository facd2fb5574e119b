import { expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import { makeEnsureRoom } from '../../src/usecases/ensure-room.ts';
import { makeIsHeld } from '../../src/usecases/is-held.ts';
import { makePlanNextMeeting } from '../../src/usecases/plan-due-meetings.ts';
import { makeReleaseHold } from '../../src/usecases/release-hold.ts';
import { aMeeting } from '../support/a-meeting.ts';
import { RULES } from '../support/a-seat.ts';
import { takeAnyDue } from '../support/take-any-due.ts';
import { lease, setStage } from './stage.ts';

/** A store from before its meeting was planned, restored an hour after the backup. */
async function restored() {
  const stage = await setStage();
  const { hold, meetings, clock } = stage;
  const meeting = aMeeting();
  await meetings.add(meeting);
  const backedUpAt = clock.now();
  await hold.begin({ since: backedUpAt, why: 'restored' });
  clock.advance({ hours: 1 });
  const planNextMeeting = makePlanNextMeeting({ ...stage, lease, rules: RULES });
  const pauses: number[] = [];
  const pause = async () => {
    pauses.push(1);
    clock.advance(Duration.fromObject({ seconds: 20 }));
  };
  const release = makeReleaseHold({ ...stage, planNextMeeting, lease, pause });
  const isHeld = makeIsHeld(stage);
  return { ...stage, meeting, backedUpAt, planNextMeeting, pauses, release, isHeld };
}

test('a store is held until it is released, and the log says so, not at every look', async () => {
  const { isHeld, release, hold, clock, log } = await restored();

  expect([await isHeld(), await isHeld()]).toEqual([true, true]);
  expect(log.said('error')).toEqual([expect.stringMatching(/^NOTHING IS SENT.*npm run release/)]);
  clock.advance({ minutes: 10 });
  await isHeld();
  expect(log.said('error')).toHaveLength(2);
  await release();
  expect(await isHeld()).toBe(false);
  expect(await hold.get()).toBeNull();
});

test('what a release plans and what waited is all looked up, as far back as the backup', async () => {
  const { release, deliveries, clock, backedUpAt } = await restored();

  expect(await release()).toEqual({ kind: 'released', doubtful: 6 });

  const taken = await takeAnyDue(deliveries, clock.now(), clock.now().plus(lease), 'claim');
  expect(taken).toMatchObject({ isAmbiguous: true, attempts: 1, lostClaims: 0 });
  expect(taken?.plannedAt.toMillis()).toBe(backedUpAt.toMillis());
});

test('planning that another process has begun is waited for, so that nothing comes out undoubted', async () => {
  const { release, meetings, clock, pauses } = await restored();
  await meetings.takeDue(clock.now(), clock.now().plus(lease));

  expect(await release()).toEqual({ kind: 'released', doubtful: 6 });
  expect(pauses).toHaveLength(3);
});

test('a room that was made after the backup is found again, while it is held and afterwards', async () => {
  const stage = await restored();
  const { meeting, rooms, roomService, release, isHeld } = stage;
  const forgetful = { ...rooms, begin: async () => true, get: async () => null };
  const made = await makeEnsureRoom({ ...stage, rooms: forgetful, isHeld: async () => false })(meeting, 'once');

  expect(await makeEnsureRoom({ ...stage, rooms: forgetful, isHeld })(meeting, 'once')).toBe(made);
  await release();
  expect(await makeEnsureRoom({ ...stage, isHeld })(meeting, 'once')).toBe(made);
  expect(roomService.made).toHaveLength(1);
});

test('a store that is not held, and one that is not complete, stay as they are', async () => {
  const { release, hold, clock } = await restored();
  await hold.begin({ since: clock.now(), why: 'moving' });
  expect([await release(), (await hold.get())?.why]).toEqual([{ kind: 'incomplete' }, 'moving']);

  await hold.end();
  expect(await release()).toEqual({ kind: 'not-held' });
});
