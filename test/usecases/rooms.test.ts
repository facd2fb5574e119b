import { describe, expect, test } from '@jest/globals';
import type { Meeting } from '../../src/domain/meeting.ts';
import { RoomServiceFault } from '../../src/ports/rooms.ts';
import { setRoomStage as setting } from './room-stage.ts';

const lostAnswer = new RoomServiceFault('unavailable', 'no answer', { ambiguous: true });
const wrongKey = new RoomServiceFault('unauthorized', 'wrong key');
const slowDown = new RoomServiceFault('throttled', 'slow down', { retryAfterSeconds: 7 });

describe('a room', () => {
  test('is made once for a hundred who ask at the same time', async () => {
    const { ensure, roomService, room } = await setting();
    const ids = await Promise.all(Array.from({ length: 100 }, ensure));

    expect(new Set(ids)).toEqual(new Set(['room-1']));
    expect(roomService.calls).toEqual(['createRoom']);
    expect(roomService.made).toMatchObject([{ title: 'Standup', code: expect.stringMatching(/^[0-9a-f]{15}$/) }]);
    expect(await room()).toMatchObject({ roomId: 'room-1', code: roomService.made[0]?.code, trouble: null });
  });

  test('that is known costs the service nothing', async () => {
    const { ensure, ensureElsewhere, roomService } = await setting();
    await ensure();

    expect([await ensure(), await ensureElsewhere()]).toEqual(['room-1', 'room-1']);
    expect(roomService.calls).toEqual(['createRoom']);
  });

  test('whose answer was lost is found by its code', async () => {
    const { ensure, roomService } = await setting();
    roomService.fail('createRoom', lostAnswer, 'after');
    await expect(ensure()).rejects.toBe(lostAnswer);

    expect(await ensure()).toBe('room-1');
    expect(roomService.calls).toEqual(['createRoom', 'findRoom']);
  });

  test('whose making never arrived is made by the next who asks', async () => {
    const { ensure, roomService } = await setting();
    roomService.fail('createRoom', lostAnswer, 'before');
    await expect(ensure()).rejects.toBe(lostAnswer);

    expect(await ensure()).toBe('room-1');
    expect(roomService.calls).toEqual(['createRoom', 'findRoom', 'createRoom']);
  });

  test('is not made while nobody knows whether it is there', async () => {
    const { ensure, roomService } = await setting();
    roomService.fail('createRoom', lostAnswer, 'after');
    roomService.fail('findRoom', lostAnswer);
    await expect(ensure()).rejects.toBe(lostAnswer);
    await expect(ensure()).rejects.toBe(lostAnswer);

    expect(roomService.made).toHaveLength(1);
  });

  test('of a process that was slower is closed, and everybody meets in the first', async () => {
    const { ensure, ensureElsewhere, roomService, room } = await setting();
    roomService.meanwhile('createRoom', async () => void (await ensureElsewhere()));

    expect(await ensure()).toBe('room-1');
    expect(roomService.made.map(({ roomId, isOpen }) => [roomId, isOpen])).toEqual([
      ['room-1', true],
      ['room-2', false],
    ]);
    expect(await room()).toMatchObject({ roomId: 'room-1' });
  });

  test('that is left over and cannot be closed harms nobody', async () => {
    const { ensure, ensureElsewhere, roomService } = await setting();
    roomService.meanwhile('createRoom', async () => void (await ensureElsewhere()));
    roomService.fail('closeRoom', slowDown);

    expect(await ensure()).toBe('room-1');
  });
});

describe('preparing a room', () => {
  test('is done when it is there', async () => {
    const { prepare, room } = await setting();

    expect(await prepare()).toEqual({ kind: 'done' });
    expect(await room()).toMatchObject({ roomId: 'room-1' });
  });

  test('is not wanted for a cancelled meeting, one that is gone, or one that is over', async () => {
    const { prepare, meeting, clock, roomService } = await setting();
    const cancelled = await setting({ status: 'cancelled' });
    clock.set(meeting.endsAt);

    expect([
      await cancelled.prepare(),
      await prepare({ ...meeting, id: 'gone' as Meeting['id'] }),
      await prepare(),
    ]).toEqual([
      { kind: 'dropped', reason: 'no longer wanted' },
      { kind: 'dropped', reason: 'no longer wanted' },
      { kind: 'dropped', reason: 'the meeting is over' },
    ]);
    expect([...roomService.calls, ...cancelled.roomService.calls]).toEqual([]);
  });

  test.each([
    [slowDown, { kind: 'again', reason: 'throttled', throttledForSeconds: 7, ambiguous: false }],
    [
      new RoomServiceFault('throttled', 'x'),
      { kind: 'again', reason: 'throttled', throttledForSeconds: 1, ambiguous: false },
    ],
    [lostAnswer, { kind: 'again', reason: 'unavailable', throttledForSeconds: null, ambiguous: true }],
  ])('%j is tried again without a word', async (fault, outcome) => {
    const { prepare, roomService, room, log } = await setting();
    roomService.fail('createRoom', fault);

    expect(await prepare()).toEqual(outcome);
    expect(await room()).toMatchObject({ trouble: null });
    expect(log.lines).toEqual([]);
  });

  test.each(['unauthorized', 'refused'] as const)('%s is trouble for the organizer, and tried again', async (kind) => {
    const { prepare, roomService, room, meetings, clock, log, meeting } = await setting();
    roomService.fail('createRoom', new RoomServiceFault(kind, 'no'));
    await meetings.takeDue(clock.now(), clock.now().plus(45_000));

    expect(await prepare()).toMatchObject({ kind: 'again', reason: kind, throttledForSeconds: null });
    const troubled = await room();
    expect(troubled).toMatchObject({ roomId: null, trouble: { reason: kind, told: false } });
    expect(await meetings.nextDueAt()).toEqual(clock.now());
    expect(log.lines).toMatchObject([
      { level: 'error', fields: { reference: troubled?.code, meeting: meeting.id, fault: kind } },
    ]);
  });

  test('trouble that was told of stays told while it lasts, and is over when the room is made', async () => {
    const { prepare, roomService, room, rooms, meeting } = await setting();
    roomService.fail('createRoom', wrongKey);
    roomService.fail('findRoom', wrongKey);
    await prepare();
    await rooms.change(meeting.id, 'once', ({ trouble }) => ({ trouble: trouble && { ...trouble, told: true } }));
    await prepare();
    expect(await room()).toMatchObject({ trouble: { reason: 'unauthorized', told: true } });

    expect(await prepare()).toEqual({ kind: 'done' });
    expect(await room()).toMatchObject({ roomId: 'room-1', trouble: null });
  });
});
