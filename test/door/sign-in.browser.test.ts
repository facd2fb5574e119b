import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import type { DoorView } from '../../src/usecases/look-at-door.ts';
import { seriousFaults } from '../support/axe.ts';
import { hasChromium } from '../support/chromium.ts';
import { type FakeDoor, makeFakeDoor } from './fake-door.ts';
import { BOB_AT_SLACK, CHEN_AT_SLACK, type FakeIdentity, fakeIdentity } from './fake-identity.ts';
import { type Lobby, openLobby, type Visit } from './visit.ts';

const suite = hasChromium('signing in at the door') ? describe : describe.skip;

suite('signing in at the door', () => {
  let lobby: Lobby;
  let door: FakeDoor;
  let identity: FakeIdentity;
  let visit: Visit;

  beforeAll(async () => {
    lobby = await openLobby();
  });

  afterAll(() => lobby.close());

  afterEach(async () => {
    const { complaints } = visit;
    await visit.close();
    expect(complaints).toEqual([]);
  });

  async function arrive(view: Partial<DoorView> = {}, options = {}): Promise<void> {
    door = makeFakeDoor(view);
    identity = fakeIdentity();
    visit = await lobby.visit(door, { viewport: { width: 390, height: 844 }, ...options }, identity);
    await visit.load();
  }

  const signIn = () => visit.page.getByRole('link', { name: 'Sign in with Slack' });
  const join = () => visit.page.locator('#join');

  test('the page asks for it in place of Join, and with the keyboard alone one comes in', async () => {
    await arrive();
    expect([await signIn().isVisible(), await join().isVisible()]).toEqual([true, false]);
    expect(await visit.page.getByText('You can come in').isVisible()).toBe(false);
    expect(await seriousFaults(visit.page)).toEqual([]);

    await visit.page.keyboard.press('Tab');
    expect(await visit.page.evaluate('document.activeElement.id')).toBe('sign-in');
    await visit.page.keyboard.press('Enter');
    await join().waitFor();
    await join().focus();
    await visit.page.keyboard.press('Enter');
    await visit.page.getByText('no call is made').waitFor();

    expect(door.pressed).toHaveLength(1);
  });

  test('somebody else is told so, and comes in after signing in as the right person', async () => {
    await arrive();
    identity.atSlack = CHEN_AT_SLACK;
    await signIn().click();
    await visit.page.getByRole('heading', { name: 'This link is for somebody else in Acme' }).waitFor();
    expect(await visit.page.locator('.notice p').textContent()).toContain('You are signed in as Chen Kato.');
    expect(await seriousFaults(visit.page)).toEqual([]);

    await visit.load();
    expect(await visit.page.locator('.sign-in').textContent()).toContain('You are signed in as Chen Kato');
    expect(await join().isVisible()).toBe(false);
    expect(await seriousFaults(visit.page)).toEqual([]);

    identity.atSlack = BOB_AT_SLACK;
    await visit.page.getByRole('link', { name: 'Sign in as another person' }).click();
    await join().click();
    await visit.page.getByText('no call is made').waitFor();
  });

  test('a sign-in that ran out while the page was open is asked for anew', async () => {
    await arrive();
    await signIn().click();
    await join().waitFor();
    await visit.page.context().clearCookies();

    await join().click();
    await signIn().waitFor();

    expect([await join().isVisible(), door.pressed]).toEqual([false, []]);
  });

  test.each<DoorView['status']['kind']>(['ended', 'cancelled', 'not-invited'])(
    'nobody is asked to sign in where there is nothing to come into: %s',
    async (kind) => {
      await arrive({ status: { kind } as DoorView['status'] });

      expect(await visit.page.locator('.sign-in').isVisible()).toBe(false);
    },
  );

  test('one can sign in early, and wait for the door to open', async () => {
    await arrive({ status: { kind: 'too-early', opensAt: DateTime.utc().plus({ hours: 1 }) } });
    await signIn().click();
    await join().waitFor();

    expect([await join().isDisabled(), await visit.page.locator('#countdown').isVisible()]).toEqual([true, true]);
    expect(await visit.page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });
});
