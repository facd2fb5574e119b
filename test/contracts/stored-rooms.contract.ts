import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openRooms, type Rooms } from '../../src/store/rooms.ts';
import { AGREED_AT, aMeeting, STANDUP } from '../support/a-meeting.ts';
import { aRoom, troubleSince } from '../support/a-seat.ts';
import type { OpenedStore } from './tasks.ts';

/** What is kept of the rooms, on any store. */
export function describeStoredRooms(name: string, open: () => Promise<OpenedStore>): void {
  describe(`rooms in ${name}`, () => {
    let opened: OpenedStore;
    let rooms: Rooms;
    const room = aRoom(aMeeting());

    beforeEach(async () => {
      opened = await open();
      rooms = await openRooms(opened.store);
    });
    afterEach(() => opened.close());

    test('one of many who begin the same room is the first', async () => {
      const begun = await Promise.all(Array.from({ length: 10 }, () => rooms.begin(room)));

      expect(begun.filter((isFirst) => isFirst)).toHaveLength(1);
      expect(await rooms.get(STANDUP, 'once')).toEqual(room);
    });

    test('a full room comes back as it was, also after a restart', async () => {
      const full = aRoom(aMeeting(), {
        roomId: 'r1',
        isClosed: true,
        openedAt: AGREED_AT,
        trouble: troubleSince(AGREED_AT, { told: true }),
      });
      await rooms.begin(full);

      expect(await rooms.get(STANDUP, 'once')).toEqual(full);
      expect(await (await openRooms(await opened.reopen())).get(STANDUP, 'once')).toEqual(full);
    });

    test('a change keeps what it does not name', async () => {
      await rooms.begin(room);
      await rooms.change(STANDUP, 'once', () => ({ roomId: 'r1' }));

      expect(await rooms.change(STANDUP, 'once', () => ({ openedAt: AGREED_AT }))).toEqual({
        ...room,
        roomId: 'r1',
        openedAt: AGREED_AT,
      });
    });

    test('the first room stored is kept by all who race', async () => {
      await rooms.begin(room);
      const racing = ['r1', 'r2', 'r3', 'r4'].map((mine) =>
        rooms.change(STANDUP, 'once', ({ roomId }) => ({ roomId: roomId ?? mine })),
      );

      expect(new Set((await Promise.all(racing)).map((stored) => stored?.roomId)).size).toBe(1);
    });

    test('a room is found by what the service calls it, as soon as that is known', async () => {
      await rooms.begin(room);
      const before = await rooms.ofService('r1');
      await rooms.change(STANDUP, 'once', () => ({ roomId: 'r1' }));

      expect([before, await rooms.ofService('r1'), await rooms.ofService('r2')]).toEqual([
        null,
        { ...room, roomId: 'r1' },
        null,
      ]);
    });

    test('a room that was never begun cannot be changed', async () => {
      expect(await rooms.change(STANDUP, 'once', () => ({ roomId: 'r1' }))).toBeNull();
      expect(await rooms.get(STANDUP, 'once')).toBeNull();
    });
  });
}
