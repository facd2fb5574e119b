import { describe, expect, test } from '@jest/globals';
import type { Meeting } from '../../src/domain/meeting.ts';
import { ok } from '../../src/domain/result.ts';
import { RoomServiceFault } from '../../src/ports/rooms.ts';
import { ACME } from '../support/a-meeting.ts';
import { aRoom, RULES } from '../support/a-seat.ts';
import { setRoomStage as setting } from './room-stage.ts';

const lostAnswer = new RoomServiceFault('unavailable', 'no answer', { ambiguous: true });
const slowDown = new RoomServiceFault('throttled', 'slow down', { retryAfterSeconds: 7 });

describe('closing a room', () => {
  test('lets nobody in any more', async () => {
    const { prepare, close, roomService } = await setting();
    await prepare();

    expect(await close()).toEqual({ kind: 'done' });
    expect(roomService.made).toMatchObject([{ isOpen: false }]);
  });

  test('is left to the new end where the meeting was moved', async () => {
    const { prepare, close, roomService, meeting } = await setting();
    await prepare();

    expect(await close(meeting.endsAt.minus({ days: 1 }))).toEqual({
      kind: 'dropped',
      reason: 'the meeting was moved',
    });
    expect(roomService.made).toMatchObject([{ isOpen: true }]);
  });

  /** Closed at its end, and moved to the next day after that. */
  async function closedAndMoved() {
    const setup = await setting();
    const { prepare, close, clock, meeting, meetings } = setup;
    await prepare();
    clock.set(meeting.endsAt.plus(RULES.returnFor));
    await close();
    const change = (changes: Partial<Meeting>) =>
      meetings.change(ACME, meeting.id, clock.now(), (stored) => ok({ ...stored, ...changes }));
    await change({ startsAt: meeting.startsAt.plus({ days: 1 }), endsAt: meeting.endsAt.plus({ days: 1 }) });
    return { ...setup, change };
  }

  test('lets people in again where the meeting was moved after that', async () => {
    const { ensure, ensureElsewhere, roomService, room } = await closedAndMoved();

    expect([await ensure(), await ensureElsewhere()]).toEqual(['room-1', 'room-1']);
    expect(roomService.made).toMatchObject([{ isOpen: true }]);
    expect(roomService.calls).toEqual(['createRoom', 'closeRoom', 'reopenRoom']);
    expect(await room()).toMatchObject({ isClosed: false });
  });

  test('is opened again by the next who asks where that has failed', async () => {
    const { ensure, roomService } = await closedAndMoved();
    roomService.fail('reopenRoom', lostAnswer, 'before');

    await expect(ensure()).rejects.toBe(lostAnswer);
    expect(await ensure()).toBe('room-1');
    expect(roomService.made).toMatchObject([{ isOpen: true }]);
  });

  test('is known to be closed also when the answer to that was lost', async () => {
    const { prepare, close, roomService, room } = await setting();
    await prepare();
    roomService.fail('closeRoom', lostAnswer, 'after');
    await close();

    expect(await room()).toMatchObject({ isClosed: true });
  });

  test('stays closed while the meeting is over', async () => {
    const { ensure, roomService, clock, meeting } = await closedAndMoved();
    clock.set(meeting.endsAt.plus({ days: 1 }).plus(RULES.returnFor));

    expect(await ensure()).toBe('room-1');
    expect(roomService.made).toMatchObject([{ isOpen: false }]);
  });

  test('is closed again where the meeting is cancelled while the service opens it', async () => {
    const { ensure, roomService, change, room } = await closedAndMoved();
    roomService.meanwhile('reopenRoom', async () => void (await change({ status: 'cancelled' })));
    await ensure();

    expect(roomService.made).toMatchObject([{ isOpen: false }]);
    expect(await room()).toMatchObject({ isClosed: true });
  });

  test('that was never made, or is gone, is nothing to do', async () => {
    const never = await setting();
    const gone = await setting();
    await gone.rooms.begin(aRoom(gone.meeting, { roomId: 'unknown-there' }));

    expect([await never.close(), await gone.close()]).toEqual([
      { kind: 'dropped', reason: 'there is no room' },
      { kind: 'dropped', reason: 'there is no room' },
    ]);
  });

  test('is tried again when the service does not answer', async () => {
    const { prepare, close, roomService } = await setting();
    await prepare();
    roomService.fail('closeRoom', slowDown);

    expect(await close()).toEqual({ kind: 'again', reason: 'throttled', throttledForSeconds: 7, ambiguous: false });
    expect(await close()).toEqual({ kind: 'done' });
  });
});
