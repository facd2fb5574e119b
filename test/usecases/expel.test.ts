import { expect, test } from '@jest/globals';
import { invitePeople, replaceLink, takeOff } from '../../src/domain/changes/people.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { ONLY_OCCURRENCE } from '../../src/domain/occurrence.ts';
import { RoomServiceFault } from '../../src/ports/rooms.ts';
import { makeEnsureRoom } from '../../src/usecases/ensure-room.ts';
import { makeExpel } from '../../src/usecases/expel.ts';
import { makeParticipantToken } from '../../src/usecases/participant-token.ts';
import { ACME, BOB, idOf, inviteeNamed, STANDUP } from '../support/a-meeting.ts';
import { plannedFor } from '../support/a-seat.ts';
import { aDelivery, mine, presets, setStageWithMeeting } from './stage.ts';

/** Bob has come in to the standup. */
async function setting() {
  const stage = await setStageWithMeeting();
  const { meeting, meetings, seats, rooms, roomService, clock } = stage;
  const token = makeParticipantToken({ ...stage, presets });
  const ensureRoom = makeEnsureRoom(stage);
  const bobs = idOf(meeting, BOB);
  const seat = () => seats.get(STANDUP, ONLY_OCCURRENCE, bobs);
  const enter = async () => {
    const fresh = (await meetings.find(STANDUP)) ?? meeting;
    return token(await ensureRoom(fresh, ONLY_OCCURRENCE), inviteeNamed(fresh, BOB), await seat());
  };
  await enter();
  const expel = makeExpel(stage);
  return {
    ...stage,
    bobs,
    seat,
    enter,
    change: async (change: (meeting: Meeting) => { ok: boolean }) =>
      meetings.change(ACME, STANDUP, clock.now(), change as never),
    planned: async () => {
      const now = (await meetings.find(STANDUP)) ?? meeting;
      const all = plannedFor(now, await seats.ofMeeting(STANDUP), await rooms.ofMeeting(STANDUP));
      return all.filter(({ kind }) => kind === 'expel').map(({ invitee, cause }) => [invitee, cause]);
    },
    expel: () => expel(aDelivery(meeting, 'expel', bobs), mine),
    inside: () => roomService.made[0]?.participants.map(({ personId }) => personId),
  };
}

test('nobody is put out of a meeting of which nobody was taken off', async () => {
  expect(await (await setting()).planned()).toEqual([]);
});

test('who was taken off is put out, and their tokens die first', async () => {
  const { change, planned, expel, inside, seat, bobs, roomService, clock } = await setting();
  await change((meeting) => takeOff(meeting, bobs, clock.now()));
  expect(await planned()).toEqual([[bobs, 'link-1']]);

  expect(await expel()).toEqual({ kind: 'done' });

  expect([inside(), roomService.kicked]).toEqual([[], [bobs]]);
  expect(roomService.calls.slice(-2)).toEqual(['removeParticipant', 'kick']);
  expect((await seat()).participant).toBeNull();
});

test('who came in without our having noted it is looked up', async () => {
  const { change, expel, inside, seats, bobs, clock } = await setting();
  await seats.change(STANDUP, ONLY_OCCURRENCE, bobs, () => ({ participant: null }));
  await change((meeting) => takeOff(meeting, bobs, clock.now()));

  expect(await expel()).toEqual({ kind: 'done' });
  expect(inside()).toEqual([]);
});

test('who holds the old link of somebody is put out', async () => {
  const { change, planned, expel, inside, bobs, clock } = await setting();
  await change((meeting) => replaceLink(meeting, bobs, clock.now()));
  expect(await planned()).toEqual([[bobs, 'link-1']]);

  await expel();
  expect(inside()).toEqual([]);
});

test('who was taken off, invited again and has come in again stays', async () => {
  const { change, expel, inside, bobs, enter, clock } = await setting();
  await change((meeting) => takeOff(meeting, bobs, clock.now()));
  await change((meeting) => invitePeople(meeting, [{ user: BOB, name: 'Bob' }], clock.now()));
  await enter();

  expect(await expel()).toEqual({ kind: 'dropped', reason: 'came back by a new link' });
  expect(inside()).toEqual([bobs]);
});

test('while the service is down it is tried again', async () => {
  const { change, expel, inside, bobs, roomService, clock } = await setting();
  await change((meeting) => takeOff(meeting, bobs, clock.now()));
  roomService.fail('removeParticipant', new RoomServiceFault('unavailable', 'down'));

  expect(await expel()).toMatchObject({ kind: 'again' });
  expect(await expel()).toEqual({ kind: 'done' });
  expect(inside()).toEqual([]);
});

test('the visitors of a meeting that is public no more are put out', async () => {
  const { change, planned, seats, bobs } = await setting();
  const visitor = 'visitor00001' as typeof bobs;
  await seats.change(STANDUP, ONLY_OCCURRENCE, visitor, () => ({
    isVisitor: true,
    participant: { id: 'p-9', role: 'guest' as const, linkVersion: 1 },
  }));
  expect(await planned()).toEqual([[visitor, 'p-9']]);

  await change((meeting) => ({ ok: true, value: { ...meeting, access: 'public' } }));
  expect(await planned()).toEqual([]);
});
