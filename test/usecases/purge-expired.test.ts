import { expect, test } from '@jest/globals';
import { type DateTime, Duration } from 'luxon';
import type { MeetingId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { makeEnterMeeting } from '../../src/usecases/enter-meeting.ts';
import { makeLookAtDoor } from '../../src/usecases/look-at-door.ts';
import { makePlanNextMeeting } from '../../src/usecases/plan-due-meetings.ts';
import { makePurgeNext, nextPurgeAt } from '../../src/usecases/purge-expired.ts';
import { makeRemoveMeeting } from '../../src/usecases/remove-meeting.ts';
import { aMeeting, BOB, idOf, inviteeNamed } from '../support/a-meeting.ts';
import { aRoom, plannedFor, RULES } from '../support/a-seat.ts';
import { countRows } from '../support/rows.ts';
import { takeAnyDue } from '../support/take-any-due.ts';
import { BROWSER, lease, setStage } from './stage.ts';

/** Of the standup, when it was agreed on. */
const PLANNED = plannedFor(aMeeting()).length;
const keepFor = Duration.fromObject({ hours: 90 * 24 });
const retro = 'retro-with-bob-chen000' as MeetingId;

/** Meetings as they are after they were planned, with a room and somebody's seat. */
async function setting(...stored: Meeting[]) {
  const stage = await setStage();
  const { store, meetings, seats, rooms, deliveries, clock } = stage;
  const planNext = makePlanNextMeeting({ ...stage, lease, rules: RULES });
  for (const meeting of stored) {
    await meetings.add(meeting);
    await rooms.begin(aRoom(meeting));
    await seats.change(meeting.id, 'once', idOf(meeting, BOB), () => ({ name: 'Bob' }));
  }
  clock.set(stored[0]?.createdAt ?? clock.now());
  while (await planNext()) {
    // Until all are planned.
  }
  const removeMeeting = makeRemoveMeeting(stage);
  const purgeNext = makePurgeNext({ meetings, removeMeeting, clock, keepFor });
  const rows = () => countRows(store);
  const purgeAll = async (at: DateTime) => {
    clock.set(at);
    let purged = 0;
    while (await purgeNext()) purged += 1;
    return purged;
  };
  return { ...stage, planNext, removeMeeting, purgeNext, purgeAll, rows, deliveries };
}

const NOTHING = {};
const dayOf = ({ endsAt }: Meeting) => endsAt.plus(keepFor);

test('a meeting goes with all its rows when its end is ninety days past, and not a moment before', async () => {
  const meeting = aMeeting();
  const { purgeAll, rows } = await setting(meeting);
  const before = { meetings: 1, seats: 1, rooms: 1, agenda: 3, deliveries: PLANNED };

  expect(await rows()).toEqual(before);
  expect([await purgeAll(dayOf(meeting).minus(1)), await rows()]).toEqual([0, before]);
  expect([await purgeAll(dayOf(meeting)), await rows()]).toEqual([1, NOTHING]);
});

test.each(['draft', 'discarded'] as const)(
  'a %s is kept from the day it was made, whenever it would have been',
  async (status) => {
    const nextYear = aMeeting().startsAt.plus({ years: 1 });
    const meeting = aMeeting({ status, startsAt: nextYear, endsAt: nextYear.plus({ hours: 1 }) });
    const { purgeAll, rows } = await setting(meeting);

    expect(await purgeAll(meeting.createdAt.plus(keepFor).minus(1))).toBe(0);
    expect([await purgeAll(meeting.createdAt.plus(keepFor)), await rows()]).toEqual([1, NOTHING]);
  },
);

test('others stay as they are, and the next one to go is known', async () => {
  const old = aMeeting();
  const later = aMeeting({ id: retro, startsAt: old.startsAt.plus({ days: 7 }), endsAt: old.endsAt.plus({ days: 7 }) });
  const { meetings, purgeAll, rows, clock } = await setting(old, later);

  expect(await purgeAll(dayOf(old))).toBe(1);
  expect(await rows()).toEqual({ meetings: 1, seats: 1, rooms: 1, agenda: 3, deliveries: PLANNED });
  expect(await meetings.find(retro)).toEqual(later);
  expect(await nextPurgeAt(meetings, keepFor, clock.now())).toEqual(dayOf(later).toLocal());
});

test('a removal that a crash cut short goes on, and its meeting is there for nobody in between', async () => {
  const meeting = aMeeting();
  const stage = await setting(meeting);
  const { meetings, seats, purgeAll, rows, clock } = stage;
  clock.set(dayOf(meeting));
  await meetings.hide(meeting.id, () => true);
  await seats.removeOf(meeting.id);

  expect(await meetings.find(meeting.id)).toBeNull();
  expect(await meetings.many(meeting.workspace, [meeting.id])).toEqual([]);
  expect([await purgeAll(dayOf(meeting)), await rows()]).toEqual([1, NOTHING]);
});

test('what is being brought out keeps its rows until it has ended or its lease runs out', async () => {
  const meeting = aMeeting();
  const { deliveries, purgeAll, rows, clock } = await setting(meeting);
  const claimedAt = dayOf(meeting);
  clock.set(claimedAt);
  await takeAnyDue(deliveries, claimedAt, claimedAt.plus(lease), 'claim');

  expect(await purgeAll(claimedAt)).toBe(0);
  expect((await rows())['deliveries']).toBe(PLANNED);
  expect([await purgeAll(claimedAt.plus(lease)), await rows()]).toEqual([1, NOTHING]);
});

test('planning that was under way leaves nothing behind', async () => {
  const meeting = aMeeting();
  const { meetings, deliveries, purgeAll, rows, clock } = await setting(meeting);
  await meetings.replan(meeting.id, dayOf(meeting));
  const slowDeliveries = {
    ...deliveries,
    enqueue: async (...planned: Parameters<typeof deliveries.enqueue>) => {
      await purgeAll(dayOf(meeting));
      await deliveries.enqueue(...planned);
    },
  };
  const stage = await setting();
  clock.set(dayOf(meeting));
  const planNext = makePlanNextMeeting({
    ...stage,
    meetings,
    deliveries: slowDeliveries,
    clock,
    lease,
    rules: RULES,
  });

  expect(await planNext()).toBe(true);
  expect(await rows()).toEqual(NOTHING);
});

test('the link of a purged meeting is one that was never given out', async () => {
  const meeting = aMeeting();
  const stage = await setting(meeting);
  const { purgeAll, links } = stage;
  const link = links.urlFor(meeting, inviteeNamed(meeting, BOB)).split('/').at(-1) ?? '';
  const nobody = async () => {
    throw new Error('nobody may get as far as this');
  };
  const look = makeLookAtDoor({ ...stage, simulated: false });
  const enter = makeEnterMeeting({
    ...stage,
    ensureRoom: nobody,
    participantToken: nobody,
    withholdToken: nobody,
    sdk: 'demo',
  });

  await purgeAll(dayOf(meeting));

  expect(await look(link)).toBeNull();
  expect(await enter(link, BROWSER)).toEqual({ ok: false, problem: { kind: 'unknown-link' } });
});
