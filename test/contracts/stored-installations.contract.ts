import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Installations, openInstallations } from '../../src/store/installations.ts';
import { ACME, AGREED_AT, ZENITH } from '../support/a-meeting.ts';
import { anInstallation } from '../support/an-installation.ts';
import type { OpenedStore } from './tasks.ts';

/** Which workspaces have the app, on any store. */
export function describeStoredInstallations(name: string, open: () => Promise<OpenedStore>): void {
  describe(`installations in ${name}`, () => {
    let opened: OpenedStore;
    let installations: Installations;
    const later = (minutes: number) => AGREED_AT.plus({ minutes });
    const sealed = (text: string) => ({ sealed: text, expiresAt: later(12 * 60) });
    const spent = sealed('first');
    const renewed = anInstallation({ token: spent });

    beforeEach(async () => {
      opened = await open();
      installations = await openInstallations(opened.store);
    });
    afterEach(() => opened.close());

    test('an installation comes back as it was', async () => {
      await installations.put(renewed);

      expect(await installations.get(ACME)).toEqual(renewed);
      expect(await installations.get(ZENITH)).toBeNull();
    });

    test('installing anew replaces the token, also where the app had been removed', async () => {
      const anew = anInstallation({ installedAt: later(5), token: sealed('anew') });
      await installations.put(renewed);
      await installations.markRemoved(ACME, AGREED_AT, later(1));
      await installations.put(anew);

      expect(await installations.get(ACME)).toEqual(anew);
      expect(await installations.removed()).toEqual([]);
    });

    test('many who install at once leave one of their installations', async () => {
      const some = Array.from({ length: 8 }, (_, at) => anInstallation({ name: `n${at}`, token: sealed(`t${at}`) }));
      await Promise.all(some.map((one) => installations.put(one)));

      expect(some).toContainEqual(await installations.get(ACME));
    });

    test('one of many may renew a token, and nobody else until its time is up', async () => {
      await installations.put(renewed);
      const begin = (now: number) => installations.beginRenewal(ACME, spent, later(now + 1), later(now));
      const begun = await Promise.all(Array.from({ length: 8 }, () => begin(0)));

      expect(begun.filter((isMine) => isMine)).toHaveLength(1);
      expect([await begin(0.5), await begin(1)]).toEqual([false, true]);
    });

    test('the next token takes the place of the spent one, whose renewal is over', async () => {
      await installations.put(renewed);
      await installations.beginRenewal(ACME, spent, later(1), AGREED_AT);
      await installations.endRenewal(ACME, spent, sealed('second'));

      expect((await installations.get(ACME))?.token).toEqual(sealed('second'));
      expect(await installations.beginRenewal(ACME, spent, later(1), AGREED_AT)).toBe(false);
      expect(await installations.beginRenewal(ACME, sealed('second'), later(1), AGREED_AT)).toBe(true);
    });

    test('a token that was renewed too late does not replace that of a new installation, nor bring a removed one back', async () => {
      const anew = anInstallation({ token: sealed('anew') });
      await installations.put(anew);
      await installations.endRenewal(ACME, spent, sealed('second'));
      expect(await installations.get(ACME)).toEqual(anew);

      await installations.markRemoved(ACME, AGREED_AT, later(1));
      await installations.endRenewal(ACME, sealed('anew'), sealed('second'));
      expect(await installations.get(ACME)).toBeNull();
    });

    test('a removed installation keeps its time and no token, however often that is said', async () => {
      await installations.put(renewed);
      await installations.put(anInstallation({ workspace: ZENITH, token: sealed('other') }));
      await installations.markRemoved(ACME, AGREED_AT, later(1));
      await installations.markRemoved(ACME, AGREED_AT, later(9));

      expect(await installations.get(ACME)).toBeNull();
      expect(await installations.removed()).toEqual([{ workspace: ACME, removedAt: later(1) }]);
      const there: string[] = [];
      for await (const { workspace } of installations.all()) there.push(workspace);
      expect(there).toEqual([ZENITH]);
    });

    test('what is meant for an earlier installation leaves the one that came after it', async () => {
      const anew = anInstallation({ installedAt: later(5) });
      await installations.put(anew);
      await installations.markRemoved(ACME, AGREED_AT, later(6));

      expect(await installations.get(ACME)).toEqual(anew);
    });

    test('a removed installation is forgotten, one that is there is not', async () => {
      await installations.put(renewed);
      await installations.forget(ACME);
      expect(await installations.get(ACME)).toEqual(renewed);

      await installations.markRemoved(ACME, AGREED_AT, later(1));
      await installations.forget(ACME);
      expect(await installations.removed()).toEqual([]);
    });
  });
}
