import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openSettings, type Settings } from '../../src/store/settings.ts';
import { ACME, ALICE, BOB, ZENITH } from '../support/a-meeting.ts';
import type { OpenedStore } from './tasks.ts';

/** What people chose for themselves, on any store. */
export function describeStoredSettings(name: string, open: () => Promise<OpenedStore>): void {
  describe(`settings in ${name}`, () => {
    let opened: OpenedStore;
    let settings: Settings;

    beforeEach(async () => {
      opened = await open();
      settings = await openSettings(opened.store);
    });
    afterEach(() => opened.close());

    test('are what was chosen last, for one person of one workspace', async () => {
      await settings.put(ACME, ALICE, { zone: 'Asia/Tokyo', lengthMinutes: 50 });
      await settings.put(ACME, ALICE, { zone: null, agendaHour: 8 });

      expect(await settings.get(ACME, ALICE)).toEqual({ zone: null, agendaHour: 8 });
      expect([await settings.get(ACME, BOB), await settings.get(ZENITH, ALICE)]).toEqual([{}, {}]);
    });

    test('are stored once when they come twice at the same time', async () => {
      await Promise.all([1, 2, 3].map(() => settings.put(ACME, ALICE, { reminderMinutes: 5 })));

      expect(await settings.get(ACME, ALICE)).toEqual({ reminderMinutes: 5 });
    });

    test('keep which address of the feed is good, which never goes back', async () => {
      const of = (user: typeof ALICE) => settings.feedVersion(ACME, user);
      expect(await of(ALICE)).toBe(1);

      await Promise.all([2, 3, 2].map((version) => settings.raiseFeedVersion(ACME, ALICE, version)));
      await settings.put(ACME, ALICE, { reminderMinutes: 5 });
      await settings.raiseFeedVersion(ACME, ALICE, 2);

      expect([await of(ALICE), await of(BOB), await settings.feedVersion(ZENITH, ALICE)]).toEqual([3, 1, 1]);
      expect(await settings.get(ACME, ALICE)).toEqual({ reminderMinutes: 5 });
    });

    test('keep who has opened their Home tab, which nobody has chosen', async () => {
      const has = () => Promise.all([ALICE, BOB].map((user) => settings.hasHome(ACME, user)));
      const before = await has();
      await settings.noteHome(ACME, ALICE);
      await settings.put(ACME, ALICE, { reminderMinutes: 5 });
      await settings.raiseFeedVersion(ACME, ALICE, 2);
      await settings.noteHome(ACME, ALICE);

      expect([before, await has(), await settings.hasHome(ZENITH, ALICE)]).toEqual([
        [false, false],
        [true, false],
        false,
      ]);
      expect([await settings.get(ACME, ALICE), await settings.feedVersion(ACME, ALICE)]).toEqual([
        { reminderMinutes: 5 },
        2,
      ]);
    });

    test('go with the person, or with the workspace', async () => {
      for (const user of [ALICE, BOB]) await settings.put(ACME, user, { reminderMinutes: 5 });
      await settings.put(ZENITH, ALICE, { reminderMinutes: 5 });

      await settings.remove(ACME, ALICE);
      expect([await settings.get(ACME, ALICE), await settings.get(ACME, BOB)]).toEqual([{}, { reminderMinutes: 5 }]);
      await settings.removeOfWorkspace(ACME);
      expect([await settings.get(ACME, BOB), await settings.get(ZENITH, ALICE)]).toEqual([{}, { reminderMinutes: 5 }]);
    });
  });
}
