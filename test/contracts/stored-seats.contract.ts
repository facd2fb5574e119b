import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { MeetingId } from '../../src/domain/ids.ts';
import { ONLY_OCCURRENCE } from '../../src/domain/occurrence.ts';
import type { Seat } from '../../src/domain/seat.ts';
import { openSeats, SEATS, type Seats } from '../../src/store/seats.ts';
import { AGREED_AT, aMeeting, BOB, CHEN, idOf, STANDUP } from '../support/a-meeting.ts';
import { aSeat, unreachedAt } from '../support/a-seat.ts';
import type { OpenedStore } from './tasks.ts';

/** What is kept of the seats, on any store. */
export function describeStoredSeats(name: string, open: () => Promise<OpenedStore>): void {
  describe(`seats in ${name}`, () => {
    let opened: OpenedStore;
    let seats: Seats;
    const meeting = aMeeting();
    const bobs = [STANDUP, ONLY_OCCURRENCE, idOf(meeting, BOB)] as const;

    beforeEach(async () => {
      opened = await open();
      seats = await openSeats(opened.store);
    });
    afterEach(() => opened.close());

    const everything: Partial<Seat> = {
      name: 'Bob',
      card: { channel: 'D1', ts: '1.000001' },
      shown: { face: 'face', count: 2, at: AGREED_AT },
      file: { id: 'F1', shared: true, sequence: 0, startsAt: AGREED_AT, linkVersion: 1 },
      asked: [
        {
          channel: 'D1',
          ts: '1.000005',
          proposal: { startsAt: AGREED_AT, instead: AGREED_AT, note: null, at: AGREED_AT, request: 'V1' },
        },
      ],
      reminders: [{ channel: 'D1', ts: '1.000003', startsAt: AGREED_AT, linkVersion: 2 }],
      agendas: [
        { channel: 'D1', ts: '1.000004', startsAt: AGREED_AT, linkVersion: 2, day: '2026-03-02', at: AGREED_AT },
      ],
      earlier: { notices: [{ channel: 'D1', ts: '1.000002' }], files: ['F0'] },
      knows: { startsAt: AGREED_AT, isCancelled: false, until: '2026-12-20' },
      answer: { is: 'ACCEPTED', at: AGREED_AT, startsAt: AGREED_AT },
      unreached: unreachedAt(AGREED_AT.plus({ milliseconds: 1 }), { what: 'calendar file', final: false, told: true }),
      device: { linkVersion: 2, digest: 'digest', isAlone: false, other: { at: AGREED_AT, was: 'instead' } },
      participant: { id: 'participant', role: 'host', linkVersion: 2 },
      enteredAt: AGREED_AT.plus({ minutes: 5 }),
    };

    test('a seat that nobody has touched is fresh, and looking at it makes none', async () => {
      expect(await seats.get(...bobs)).toEqual(aSeat(meeting, BOB));
      expect(await seats.ofMeeting(STANDUP)).toEqual([]);
    });

    test('a full seat comes back as it was, also after a restart', async () => {
      await seats.change(...bobs, () => everything);

      expect(await seats.get(...bobs)).toEqual(aSeat(meeting, BOB, everything));
      expect(await (await openSeats(await opened.reopen())).get(...bobs)).toEqual(aSeat(meeting, BOB, everything));
    });

    test('a seat of an earlier version of the product has what that did not know as a fresh one', async () => {
      await seats.change(...bobs, () => everything);
      const documents = await opened.store.collection<{ device?: unknown }>(SEATS);
      const id = bobs.join('/');
      const found = await documents.get(id);
      const { device: _, ...before } = found?.value ?? {};
      await documents.replace(id, found?.version ?? 0, before);

      expect(await seats.get(...bobs)).toEqual(aSeat(meeting, BOB, { ...everything, device: null }));
    });

    test('a change keeps what it does not name, and can take things back', async () => {
      await seats.change(...bobs, () => everything);
      await seats.change(...bobs, () => ({ unreached: null, enteredAt: null }));

      expect(await seats.get(...bobs)).toEqual(
        aSeat(meeting, BOB, { ...everything, unreached: null, enteredAt: null }),
      );
    });

    test('a seat from before some field was kept is as fresh in it, and can be changed', async () => {
      await seats.change(...bobs, () => everything);
      const documents = await opened.store.collection<Partial<Seat>>(SEATS);
      const id = bobs.join('/');
      const stored = await documents.get(id);
      const { reminders: _, agendas: __, asked: ___, ...before } = stored?.value ?? {};
      await documents.replace(id, stored?.version ?? 0, before);

      const old = aSeat(meeting, BOB, { ...everything, reminders: [], agendas: [], asked: [] });
      expect([await seats.get(...bobs), await seats.ofMeeting(STANDUP)]).toEqual([old, [old]]);
      await seats.change(...bobs, ({ reminders }) => ({ reminders, name: 'Robert' }));
      expect(await seats.get(...bobs)).toEqual({ ...old, name: 'Robert' });
    });

    test('a meeting lists its own seats', async () => {
      const other = aMeeting({ id: 'retro-with-bob-chen000' as MeetingId });
      await seats.change(...bobs, () => ({ name: 'Bob' }));
      await seats.change(STANDUP, ONLY_OCCURRENCE, idOf(meeting, CHEN), () => ({ name: 'Chen' }));
      await seats.change(other.id, ONLY_OCCURRENCE, idOf(other, BOB), () => ({ name: 'Bob elsewhere' }));

      expect((await seats.ofMeeting(STANDUP)).map(({ name }) => name).sort()).toEqual(['Bob', 'Chen']);
      expect(await seats.ofMeeting(other.id)).toEqual([aSeat(other, BOB, { name: 'Bob elsewhere' })]);
    });

    test('many changes at once, from before the seat is there, all count', async () => {
      const addLetter = ({ name }: Seat): Partial<Seat> => ({ name: `${name ?? ''}x` });

      await Promise.all(Array.from({ length: 20 }, () => seats.change(...bobs, addLetter)));

      expect(await seats.get(...bobs)).toEqual(aSeat(meeting, BOB, { name: 'x'.repeat(20) }));
    });
  });
}
