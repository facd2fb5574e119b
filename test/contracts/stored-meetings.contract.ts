import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { DateTime } from 'luxon';
import { type MeetingId, meetingIdFor } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { Duplicate } from '../../src/ports/documents.ts';
import { MEETINGS } from '../../src/store/meeting-document.ts';
import { type Meetings, openMeetings } from '../../src/store/meetings.ts';
import { ACME, AGREED_AT, ALICE, aMeeting, BOB, berlin, STANDUP, ZENITH } from '../support/a-meeting.ts';
import type { OpenedStore } from './tasks.ts';

/** What is kept of the meetings, on any store. */
export function describeStoredMeetings(name: string, open: () => Promise<OpenedStore>): void {
  describe(`meetings in ${name}`, () => {
    let opened: OpenedStore;
    let meetings: Meetings;
    const later = (seconds: number) => AGREED_AT.plus({ seconds });
    const retro = 'retro-with-bob-chen000' as MeetingId;

    beforeEach(async () => {
      opened = await open();
      meetings = await openMeetings(opened.store);
    });
    afterEach(() => opened.close());

    test.each([
      ['Berlin on the night of the clock change', '2026-03-29T01:30', '2026-03-29T03:30', 'Europe/Berlin'],
      ['Berlin in the first of two hours', '2026-10-25T02:30+02:00', '2026-10-25T02:30+01:00', 'Europe/Berlin'],
      ['Lord Howe', '2026-10-04T01:45', '2026-10-04T02:45', 'Australia/Lord_Howe'],
      ['Kathmandu', '2026-03-03T09:00', '2026-03-03T09:30', 'Asia/Kathmandu'],
      ['UTC', '2026-03-03T09:00', '2026-03-03T09:30', 'UTC'],
    ])('a meeting in %s comes back as it was, also after a restart', async (_, start, end, zone) => {
      const meeting = aMeeting({
        startsAt: berlin(start).setZone(zone, { keepLocalTime: true }),
        endsAt: berlin(end).setZone(zone, { keepLocalTime: true }),
        earlierStarts: [{ startsAt: berlin(start).setZone(zone), until: 6 }],
        title: 'Ünïcode “quotes” 👩🏽‍💻 \\ "',
        sequence: 7,
        status: 'cancelled',
      });
      await meetings.add(meeting);

      expect(await meetings.find(STANDUP)).toEqual(meeting);
      expect(await (await openMeetings(await opened.reopen())).get(ACME, STANDUP)).toEqual(meeting);
    });

    test('a meeting that was stored before starts were remembered has none', async () => {
      const documents = await opened.store.collection<object>(MEETINGS);
      await meetings.add(aMeeting());
      const stored = await documents.get(STANDUP);
      const { earlierStarts: _, ...older } = { earlierStarts: [], ...stored?.value };
      await documents.replace(STANDUP, stored?.version ?? 0, older);

      expect(await meetings.find(STANDUP)).toEqual(aMeeting());
    });

    test('an instant that a clock shows twice keeps its place', async () => {
      const first = berlin('2026-10-25T02:30+02:00');
      await meetings.add(aMeeting({ startsAt: first, endsAt: first.plus({ hours: 1 }) }));

      const found = await meetings.find(STANDUP);

      expect([found?.startsAt.toISO(), found?.endsAt.toISO()]).toEqual([
        '2026-10-25T02:30:00.000+02:00',
        '2026-10-25T02:30:00.000+01:00',
      ]);
    });

    test('a meeting of another workspace is not there', async () => {
      await meetings.add(aMeeting());

      expect(await meetings.get(ZENITH, STANDUP)).toBeNull();
      expect(await meetings.many(ZENITH, [STANDUP])).toEqual([]);
    });

    test('a second meeting of the same id is refused and the first one kept', async () => {
      await meetings.add(aMeeting());

      await expect(meetings.add(aMeeting({ title: 'Other' }))).rejects.toBeInstanceOf(Duplicate);
      expect(await meetings.find(STANDUP)).toEqual(aMeeting());
    });

    test('a meeting is open until its last run is over, and counts for its organizer and its workspace', async () => {
      const [startsAt, endsAt] = [berlin('2026-03-03T09:00'), berlin('2026-03-03T09:30')];
      const idOf = (title: string) => meetingIdFor(ACME, title);
      const add = (title: string, changes: Partial<Meeting> = {}) =>
        meetings.add(aMeeting({ id: idOf(title), startsAt, endsAt, ...changes }));
      const daily = { freq: 'DAILY' } as const;
      await add('once');
      await add('by Bob', { organizer: BOB });
      await add('three times', { series: { rule: { ...daily, count: 3 }, changes: [] } });
      await add('endless', { series: { rule: daily, changes: [] } });
      await add('a draft', { status: 'draft' });
      await add('cancelled', { status: 'cancelled' });
      await add('elsewhere', { workspace: ZENITH });
      const openAt = (at: DateTime) => meetings.countOpen(ACME, ALICE, at);

      expect(await openAt(endsAt)).toEqual({ ofOrganizer: 3, ofWorkspace: 4 });
      expect(await openAt(endsAt.plus(1))).toEqual({ ofOrganizer: 2, ofWorkspace: 2 });
      expect(await openAt(endsAt.plus({ days: 2 }).plus(1))).toEqual({ ofOrganizer: 1, ofWorkspace: 1 });
      await meetings.hide(idOf('endless'), () => true);
      expect(await openAt(endsAt.plus({ days: 3 }))).toEqual({ ofOrganizer: 0, ofWorkspace: 0 });
    });

    describe('planning', () => {
      beforeEach(() => meetings.add(aMeeting()));

      test('a new meeting is due at once, for one planner only', async () => {
        const taken = await Promise.all([1, 2, 3].map(() => meetings.takeDue(AGREED_AT, later(45))));

        expect(taken.filter((meeting) => meeting !== null)).toEqual([aMeeting()]);
        expect(await meetings.nextDueAt()).toEqual(later(45));
      });

      test('a planned meeting is not due again', async () => {
        await meetings.takeDue(AGREED_AT, later(45));
        await meetings.planned(STANDUP, later(45), null);

        expect(await meetings.nextDueAt()).toBeNull();
        expect(await meetings.takeDue(later(86_400), later(90_000))).toBeNull();
      });

      test('a meeting whose planner died is due when its lease ends', async () => {
        await meetings.takeDue(AGREED_AT, later(45));

        expect(await meetings.takeDue(later(44), later(89))).toBeNull();
        expect(await meetings.takeDue(later(45), later(90))).toEqual(aMeeting());
      });

      test('what a process that is gone had begun to plan is due at once', async () => {
        await meetings.takeDue(AGREED_AT, later(45));

        expect(await meetings.releaseClaims(later(1))).toBe(1);
        expect(await meetings.takeDue(later(1), later(46))).toEqual(aMeeting());
      });

      test('a meeting that changed while it was planned is due anew', async () => {
        await meetings.takeDue(AGREED_AT, later(45));
        await meetings.replan(STANDUP, later(1));
        await meetings.planned(STANDUP, later(45), null);

        expect(await meetings.nextDueAt()).toEqual(later(1));
      });

      test('a planner that was too slow does not end the claim of the next', async () => {
        await meetings.takeDue(AGREED_AT, later(45));
        await meetings.takeDue(later(50), later(95));
        await meetings.planned(STANDUP, later(45), null);

        expect(await meetings.nextDueAt()).toEqual(later(95));
      });

      test('planning leaves the meeting as it is', async () => {
        await meetings.takeDue(AGREED_AT, later(45));
        await meetings.planned(STANDUP, later(45), null);
        await meetings.replan(STANDUP, later(46));

        expect(await meetings.find(STANDUP)).toEqual(aMeeting());
      });

      test('replanning a meeting that is not there changes nothing', async () => {
        await meetings.replan(retro, later(1));

        expect(await meetings.find(retro)).toBeNull();
        expect(await meetings.nextDueAt()).toEqual(AGREED_AT);
      });
    });
  });
}
