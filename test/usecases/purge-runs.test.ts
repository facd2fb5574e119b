import { expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import type { DeliveryKind } from '../../src/domain/delivery.ts';
import type { MeetingId } from '../../src/domain/ids.ts';
import { keyOf } from '../../src/domain/occurrence.ts';
import { ok } from '../../src/domain/result.ts';
import { makePlanNextMeeting } from '../../src/usecases/plan-due-meetings.ts';
import { makePurgeRuns } from '../../src/usecases/purge-runs.ts';
import { ACME, aMeeting, BOB, idOf, STANDUP } from '../support/a-meeting.ts';
import { aRoom, RULES } from '../support/a-seat.ts';
import { rowsOf } from '../support/rows.ts';
import { takeAnyDue } from '../support/take-any-due.ts';
import { lease, setStage } from './stage.ts';

const keepFor = Duration.fromObject({ hours: 90 * 24 });
/** Weekly on Tuesdays from 3 March 2026 on, without an end. */
const series = { rule: { freq: 'WEEKLY', byday: ['TU'] }, changes: [] } as const;
const weekly = aMeeting({ series });
const bob = idOf(weekly, BOB);
const startOf = (week: number) => weekly.startsAt.plus({ weeks: week });
const keyAt = (week: number) => keyOf(weekly, startOf(week));
/** When this run has been over for ninety days. */
const oldAt = (week: number) => weekly.endsAt.plus({ weeks: week }).plus(keepFor);

/** A series with a seat, a room, a session and a settled reminder of each of its first runs. */
async function setting(meeting = weekly, weeks = 4) {
  const stage = await setStage();
  const { store, meetings, seats, rooms, sessions, deliveries, clock } = stage;
  const purgeRuns = makePurgeRuns({ ...stage, keepFor });
  const settle = async (kind: DeliveryKind, occurrence: string, id: MeetingId = meeting.id) => {
    const dueAt = clock.now();
    const row = { workspace: ACME, meeting: id, occurrence, kind, invitee: bob, cause: '0', dueAt };
    await deliveries.enqueue([row], dueAt);
    const taken = await takeAnyDue(deliveries, dueAt, dueAt.plus(lease), 'claim');
    if (taken) await deliveries.settle(taken, { state: 'done', reason: null });
  };
  const fill = async (id: MeetingId, occurrence: string) => {
    await seats.change(id, occurrence, bob, () => ({ name: 'Bob' }));
    await rooms.begin(aRoom({ ...meeting, id }, { occurrence }));
    await sessions.change(id, occurrence, (session) => ({ ...session }));
    await settle('reminder', occurrence, id);
  };
  await meetings.add(meeting);
  for (let week = 0; week < weeks; week += 1) await fill(meeting.id, keyAt(week));
  await fill(meeting.id, 'series');
  return {
    ...stage,
    settle,
    fill,
    purgeAt: async (at: typeof weekly.endsAt) => {
      clock.set(at);
      let purged = 0;
      while (await purgeRuns()) purged += 1;
      return purged;
    },
    /** Of which runs each collection has something. */
    kept: async () => {
      const { seats, rooms, sessions, deliveries } = await rowsOf(store);
      return [seats, rooms, sessions, deliveries].map((rows) => rows?.map(({ id }) => id.split('/')[1]));
    },
  };
}

const each = (...runs: string[]) => [runs, runs, runs, runs];

test('what is kept of a run goes when it has been over for ninety days, and the series stays', async () => {
  const { kept, purgeAt, meetings } = await setting();

  await purgeAt(oldAt(1).minus(1));
  expect(await kept()).toEqual(each(keyAt(1), keyAt(2), keyAt(3), 'series'));
  await purgeAt(oldAt(2));
  expect(await kept()).toEqual(each(keyAt(3), 'series'));
  expect(await meetings.find(STANDUP)).toEqual(weekly);
});

test('a series is gone through once a day, whatever is changed of it meanwhile', async () => {
  const { purgeAt, meetings } = await setting();

  expect(await purgeAt(oldAt(0))).toBe(0);
  expect(await purgeAt(oldAt(0).plus({ days: 1 }))).toBe(1);
  await meetings.change(ACME, STANDUP, oldAt(0), (meeting) => ok({ ...meeting, title: 'Daily' }));
  expect(await purgeAt(oldAt(0).plus({ days: 2 }).minus(1))).toBe(0);
  expect(await purgeAt(oldAt(0).plus({ days: 2 }))).toBe(1);
});

test('a run that was moved is kept from when it was held', async () => {
  const later = startOf(2).plus({ days: 1 });
  const changes = [{ key: keyAt(0), kind: 'moved', startsAt: later, endsAt: later.plus({ minutes: 30 }) }] as const;
  const { kept, purgeAt } = await setting({ ...weekly, series: { ...series, changes } });

  await purgeAt(oldAt(2));
  expect(await kept()).toEqual(each(keyAt(0), keyAt(3), 'series'));
  await purgeAt(oldAt(2).plus({ days: 2 }));
  expect(await kept()).toEqual(each(keyAt(3), 'series'));
});

test('that somebody was told of one run is remembered, and nobody is told again', async () => {
  const cancelled = { ...weekly, series: { ...series, changes: [{ key: keyAt(1), kind: 'cancelled' } as const] } };
  const stage = await setting(cancelled);
  const { seats, clock, settle, purgeAt, kept, store } = stage;
  const knows = { startsAt: startOf(1), isCancelled: true, until: null };
  await seats.change(STANDUP, 'series', bob, () => ({ knows: { ...knows, startsAt: startOf(0), isCancelled: false } }));
  await seats.change(STANDUP, keyAt(1), bob, () => ({ knows }));
  await settle('notice', keyAt(1));
  await settle('mail', keyAt(1));
  await purgeAt(oldAt(3));

  expect(await kept()).toEqual([[keyAt(1), 'series'], ['series'], ['series'], [keyAt(1), keyAt(1), 'series']]);
  expect(await seats.get(STANDUP, keyAt(1), bob)).toMatchObject({ name: null, knows: { isCancelled: true } });
  const planNext = makePlanNextMeeting({ ...stage, lease, rules: RULES });
  await stage.meetings.replan(STANDUP, clock.now());
  await planNext();
  const planned = (await rowsOf(store))['deliveries']?.map(
    ({ value }) => value as { kind: string; occurrence: string },
  );
  expect(planned?.filter(({ kind, occurrence }) => kind === 'notice' && occurrence === keyAt(1))).toHaveLength(1);
});

test('what waits to be brought out, and other meetings, are left alone', async () => {
  const { fill, deliveries, purgeAt, kept, clock } = await setting(weekly, 1);
  const another = `${STANDUP.slice(0, -1)}1` as MeetingId;
  await fill(another, keyAt(0));
  const waiting = { workspace: ACME, meeting: STANDUP, occurrence: keyAt(0), kind: 'card', invitee: bob } as const;
  await deliveries.enqueue([{ ...waiting, cause: '0', dueAt: clock.now() }], clock.now());
  await purgeAt(oldAt(3));

  const [seats, , , rows] = await kept();
  expect([seats, rows]).toEqual([
    ['series', keyAt(0)],
    [keyAt(0), 'series', keyAt(0)],
  ]);
});
