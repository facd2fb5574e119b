import { expect, test } from '@jest/globals';
import type { Invitee } from '../../src/domain/invitee.ts';
import { RoomServiceFault } from '../../src/ports/rooms.ts';
import { makeParticipantToken } from '../../src/usecases/participant-token.ts';
import { aGuest } from '../support/a-guest.ts';
import { ALICE, BOB, idOf, inviteeNamed } from '../support/a-meeting.ts';
import { presets, setStageWithMeeting } from './stage.ts';

const lostAnswer = new RoomServiceFault('unavailable', 'no answer', { ambiguous: true });
const refused = new RoomServiceFault('refused', 'no');
const down = new RoomServiceFault('unavailable', 'down');

async function setting() {
  const stage = await setStageWithMeeting();
  const { meeting, seats, roomService } = stage;
  const token = makeParticipantToken({ ...stage, presets });
  const { roomId } = await roomService.createRoom({ title: 'Standup', code: 'c0de' });
  const seatOf = (user: typeof BOB) => seats.get(meeting.id, 'once', idOf(meeting, user));
  return {
    ...stage,
    roomId,
    seatOf,
    enter: async (user = BOB, room = roomId, as: Partial<Invitee> = {}) =>
      token(room, { ...inviteeNamed(meeting, user), ...as }, await seatOf(user)),
    asked: () => roomService.calls.slice(1),
  };
}

test.each([
  [ALICE, 'Alice', 'group_call_host'],
  [BOB, 'Bob', 'group_call_participant'],
])('%s is added as %s with %s, under our own id', async (user, name, preset) => {
  const { enter, roomService, meeting, seatOf } = await setting();

  expect(await enter(user)).toBe('token-1');
  expect(roomService.made[0]?.participants).toEqual([
    { name, preset, personId: idOf(meeting, user), participantId: 'room-1-participant-1' },
  ]);
  expect((await seatOf(user)).participant).toEqual({
    id: 'room-1-participant-1',
    role: inviteeNamed(meeting, user).role,
    linkVersion: 1,
  });
});

test('a guest by mail is added with the preset for those from outside', async () => {
  const { seats, roomService, meeting, roomId } = await setting();
  const token = makeParticipantToken({ seats, roomService, presets: { ...presets, outside: 'group_call_host' } });
  const guest = aGuest(meeting.id);
  await token(roomId, guest, await seats.get(meeting.id, 'once', guest.id));

  expect(roomService.made[0]?.participants).toMatchObject([{ personId: guest.id, preset: 'group_call_host' }]);
});

test('who comes again gets a new token for the same participant', async () => {
  const { enter, asked, roomService } = await setting();

  expect([await enter(), await enter(), await enter()]).toEqual(['token-1', 'token-2', 'token-3']);
  expect(asked()).toEqual(['addParticipant', 'refreshToken', 'refreshToken']);
  expect(roomService.made[0]?.participants).toHaveLength(1);
});

test('who was added unseen is looked up', async () => {
  const { enter, asked, roomService, seatOf } = await setting();
  roomService.fail('addParticipant', lostAnswer, 'after');

  expect(await enter()).toBe('token-2');
  expect(asked()).toEqual(['addParticipant', 'findParticipant', 'refreshToken']);
  expect(roomService.made[0]?.participants).toHaveLength(1);
  expect(await seatOf(BOB)).toMatchObject({ participant: { id: 'room-1-participant-1' } });
});

test('whom the service knows and we do not is looked up', async () => {
  const { enter, asked, seats, meeting } = await setting();
  await enter();
  await seats.change(meeting.id, 'once', idOf(meeting, BOB), () => ({ participant: null }));

  expect(await enter()).toBe('token-2');
  expect(asked().slice(1)).toEqual(['addParticipant', 'findParticipant', 'refreshToken']);
});

test('whom the service knows in another role, and we do not, gets the right one', async () => {
  const { enter, asked, seats, meeting, roomId, roomService } = await setting();
  await enter(BOB, roomId, { role: 'host' });
  await seats.change(meeting.id, 'once', idOf(meeting, BOB), () => ({ participant: null }));

  expect(await enter()).toBe('token-2');
  expect(asked().slice(1)).toEqual(['addParticipant', 'findParticipant', 'changePreset', 'refreshToken']);
  expect(roomService.made[0]?.participants[0]?.preset).toBe('group_call_participant');
});

test('whom we know and the service does not is added anew', async () => {
  const { enter, asked, seats, meeting, seatOf } = await setting();
  await seats.change(meeting.id, 'once', idOf(meeting, BOB), () => ({
    participant: { id: 'of another room', role: 'guest', linkVersion: 1 },
  }));

  expect(await enter()).toBe('token-1');
  expect(asked()).toEqual(['refreshToken', 'addParticipant']);
  expect(await seatOf(BOB)).toMatchObject({ participant: { id: 'room-1-participant-1' } });
});

test('whose token is refused for good is looked up', async () => {
  const { enter, asked, roomService } = await setting();
  await enter();
  roomService.fail('refreshToken', refused);

  expect(await enter()).toBe('token-2');
  expect(asked().slice(1)).toEqual(['refreshToken', 'addParticipant', 'findParticipant', 'refreshToken']);
  expect(roomService.made[0]?.participants).toHaveLength(1);
});

test('a room that somebody closed at the service stays closed', async () => {
  const { enter, roomId, roomService } = await setting();
  await roomService.closeRoom(roomId);

  await expect(enter()).rejects.toMatchObject({ kind: 'refused' });
  expect(roomService.made).toMatchObject([{ isOpen: false, participants: [] }]);
});

test('who may have been added but was not gets the fault, and comes in the next time', async () => {
  const { enter, roomService } = await setting();
  roomService.fail('addParticipant', lostAnswer, 'before');

  await expect(enter()).rejects.toBe(lostAnswer);
  expect(await enter()).toBe('token-1');
});

test.each(['addParticipant', 'findParticipant'] as const)('a fault of %s is passed on', async (method) => {
  const { enter, roomService } = await setting();
  if (method === 'findParticipant') roomService.fail('addParticipant', lostAnswer, 'after');
  roomService.fail(method, down);

  await expect(enter()).rejects.toBe(down);
});

test('a fault while a known participant gets a token is passed on, and nobody is added', async () => {
  const { enter, roomService } = await setting();
  await enter();
  roomService.fail('refreshToken', down);

  await expect(enter()).rejects.toBe(down);
  expect(roomService.made[0]?.participants).toHaveLength(1);
});

test('a guest by mail without a name is shown in the room by what stands before the @', async () => {
  const { seats, roomService, meeting, seatOf, roomId } = await setting();
  const token = makeParticipantToken({ seats, roomService, presets });
  await token(roomId, aGuest(meeting.id), await seatOf(BOB));

  expect(roomService.made[0]?.participants[0]?.name).toBe('zoe');
});

test.each([
  [null, 'Bobby', 'Bobby'],
  [null, null, 'Guest'],
  ['Bob', 'Bobby', 'Bob'],
])('the name in the room of %j, whose seat says %j, is %s', async (invited, seated, shown) => {
  const { seats, roomService, meeting, seatOf, roomId } = await setting();
  await seats.change(meeting.id, 'once', idOf(meeting, BOB), () => ({ name: seated }));
  const token = makeParticipantToken({ seats, roomService, presets });
  await token(roomId, { ...inviteeNamed(meeting, BOB), name: invited }, await seatOf(BOB));

  expect(roomService.made[0]?.participants[0]?.name).toBe(shown);
});

test('who has become a host gets a token that says so', async () => {
  const { enter, asked, roomService, roomId } = await setting();
  await enter();

  expect(await enter(BOB, roomId, { role: 'host' })).toBe('token-2');
  expect(asked().slice(1)).toEqual(['changePreset', 'refreshToken']);
  expect(roomService.made[0]?.participants[0]?.preset).toBe('group_call_host');
  expect(await enter(BOB, roomId, { role: 'host' })).toBe('token-3');
  expect(asked()).toHaveLength(4);
});

test('who comes by a new link puts out whoever came by the old one', async () => {
  const { enter, asked, roomService, roomId } = await setting();
  await enter();

  expect(await enter(BOB, roomId, { linkVersion: 2 })).toBe('token-2');
  expect(asked().slice(1)).toEqual(['removeParticipant', 'kick', 'addParticipant']);
  expect(roomService.made[0]?.participants).toHaveLength(1);
});
