import { expect, test } from '@jest/globals';
import { whoIsIn } from '../../src/domain/attendance.ts';
import { StoreUnavailable } from '../../src/ports/documents.ts';
import type { RoomNotice } from '../../src/ports/room-notice.ts';
import { makeHearFromRoom } from '../../src/usecases/hear-from-room.ts';
import { BOB, idOf } from '../support/a-meeting.ts';
import { aRoom } from '../support/a-seat.ts';
import { countRows } from '../support/rows.ts';
import { setStageWithMeeting } from './stage.ts';

async function setting() {
  const stage = await setStageWithMeeting();
  const { meeting, rooms, sessions, clock, meetings } = stage;
  await rooms.begin(aRoom(meeting, { roomId: 'r1' }));
  const woken: string[] = [];
  const deps = { ...stage, wake: () => void woken.push('woken') };
  const bob = { run: 'run', peer: 'laptop', person: idOf(meeting, BOB) };
  await meetings.takeDue(clock.now(), clock.now().plus({ days: 1 }));
  return {
    ...stage,
    deps,
    woken,
    hear: makeHearFromRoom(deps),
    joined: { roomId: 'r1', events: [{ kind: 'joined', ...bob, at: meeting.startsAt }] } satisfies RoomNotice,
    whoIsIn: async () => whoIsIn(await sessions.get(meeting.id, 'once')).map(({ person }) => person),
  };
}

test('what is heard is written down, and the meeting is planned anew at once', async () => {
  const { hear, joined, whoIsIn, meetings, clock, woken, meeting } = await setting();

  expect(await hear('e1', joined)).toBe('heard');
  expect(await whoIsIn()).toEqual([idOf(meeting, BOB)]);
  expect([await meetings.nextDueAt(), woken]).toEqual([clock.now(), ['woken']]);
});

test('the same report again is known, for a month', async () => {
  const { hear, joined, woken, seen, clock } = await setting();
  await hear('e1', joined);

  expect([await hear('e1', joined), woken.length]).toEqual(['repeated', 1]);
  clock.advance({ days: 30 });
  await seen.forgetOld(clock.now());
  expect(await hear('e1', joined)).toBe('repeated');
});

test('a report without an id is heard each time, and changes nothing the second', async () => {
  const { hear, joined, whoIsIn } = await setting();

  expect([await hear(null, joined), await hear(null, joined)]).toEqual(['heard', 'heard']);
  expect(await whoIsIn()).toHaveLength(1);
});

test('one that was cut short is taken up again when it is repeated', async () => {
  const { deps, joined, hear, meetings, woken, clock } = await setting();
  const replan = async () => {
    throw new StoreUnavailable('away');
  };
  const cutShort = makeHearFromRoom({ ...deps, meetings: { find: meetings.find, replan } });
  await expect(cutShort('e1', joined)).rejects.toThrow('away');

  expect(await hear('e1', joined)).toBe('heard');
  expect([await meetings.nextDueAt(), woken]).toEqual([clock.now(), ['woken']]);
});

test('a room or meeting that is not there is not ours, and leaves no trace', async () => {
  const { hear, joined, meetings, meeting, store } = await setting();
  const before = await countRows(store);

  expect(await hear('e1', { ...joined, roomId: 'r2' })).toBe('not-ours');
  await meetings.hide(meeting.id, () => true);
  expect(await hear('e2', joined)).toBe('not-ours');
  expect(await countRows(store)).toEqual(before);
});

test('of a meeting that goes while it is written, nothing stays', async () => {
  const { deps, joined, meetings, meeting, sessions } = await setting();
  const replan: typeof meetings.replan = async () => void (await meetings.hide(meeting.id, () => true));
  const hear = makeHearFromRoom({ ...deps, meetings: { find: (id) => meetings.find(id), replan } });

  await hear('e1', joined);

  expect(await sessions.ofMeeting(meeting.id)).toEqual([]);
});

test('a hundred who come at once are all heard', async () => {
  const { hear, joined, sessions, meeting } = await setting();
  const [event] = joined.events;
  const reports = Array.from({ length: 100 }, (_, n) =>
    hear(`e${n}`, { ...joined, events: event ? [{ ...event, peer: `device ${n}` }] : [] }),
  );

  expect(new Set(await Promise.all(reports))).toEqual(new Set(['heard']));
  expect((await sessions.get(meeting.id, 'once')).peers).toHaveLength(100);
});
