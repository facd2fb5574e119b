import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import type { BrowserContextOptions } from 'playwright-core';
import type { DoorView } from '../../src/usecases/look-at-door.ts';
import { hasChromium } from '../support/chromium.ts';
import { type FakeDoor, makeFakeDoor } from './fake-door.ts';
import { type Lobby, openLobby, type Visit } from './visit.ts';

const suite = hasChromium('the join page in a browser') ? describe : describe.skip;
const HOUR_MS = 3_600_000;

suite('the join page in a browser', () => {
  let lobby: Lobby;
  let door: FakeDoor;
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

  test.each([1, -1])(
    'a clock that is %d h wrong does not matter: Join comes alive when the window opens',
    async (hours) => {
      const opensAt = DateTime.utc().plus({ seconds: 4 });
      await arrive({ status: { kind: 'too-early', opensAt } }, hours);
      expect(await visit.page.locator('#countdown').textContent()).toMatch(/^00:0[0-4]$/);
      expect(await join().isDisabled()).toBe(true);

      setTimeout(() => {
        door.view = { ...door.view, status: { kind: 'open' } };
      }, opensAt.diffNow().toMillis());
      await visit.page.getByText('Open now').waitFor({ timeout: 6000 });

      expect(DateTime.utc() >= opensAt).toBe(true);
      expect(await join().isEnabled()).toBe(true);
      expect(await visit.page.title()).toBe('● Standup · Convene');
      expect(await visit.page.locator('#announcer').textContent()).toMatch(/^You can come in\./);
      expect(door.pressed).toEqual([]);
    },
  );

  test('waits for the host and comes alive by itself', async () => {
    await arrive({ status: { kind: 'waiting-for-host' } });
    expect(await join().isDisabled()).toBe(true);

    door.view = { ...door.view, status: { kind: 'open' } };
    await visit.page.getByText('Open now').waitFor({ timeout: 5000 });

    expect(await join().isEnabled()).toBe(true);
  });

  test('shows the time where the reader is, and the planned one below it', async () => {
    await arrive({}, 0, { locale: 'de-DE' });

    expect(await shownTimes()).toEqual([
      'Wednesday, 25 November 2026',
      '03:00–03:30',
      'Your time, America/New York',
      'Wed, 09:00–09:30 in Europe/Berlin',
    ]);
  });

  test('shows one time only where both zones agree', async () => {
    await arrive({}, 0, { locale: 'de-DE', timezoneId: 'Europe/Paris' });

    expect(await shownTimes()).toEqual(['Wednesday, 25 November 2026', '09:00–09:30', 'Your time, Europe/Paris']);
  });

  test('says to who comes from an older calendar file what it says, where the reader is', async () => {
    await arrive({ sequence: 1 }, 0, { locale: 'de-DE' });
    const tuesday = door.view.startsAt.minus({ days: 1 });
    door.view = { ...door.view, earlierStarts: [{ startsAt: tuesday, until: 0 }] };
    await visit.page.goto(`${visit.page.url()}?s=0`);

    expect(await visit.page.locator('.old-file p').first().textContent()).toBe(
      'This meeting was moved to Wed 25 Nov, 03:00. Your calendar still says Tue 24 Nov, 03:00.',
    );
  });

  test('shows a fresh page when the meeting is moved while it is open', async () => {
    await arrive({ status: { kind: 'waiting-for-host' } });
    door.view = {
      ...door.view,
      startsAt: door.view.startsAt.plus({ days: 1 }),
      endsAt: door.view.endsAt.plus({ days: 1 }),
    };

    await visit.page.getByText('26 November 2026').waitFor({ timeout: 6000 });
  });

  test('a refusal after the press is shown as the state it is', async () => {
    await arrive({});
    door.view = { ...door.view, status: { kind: 'cancelled' } };

    await join().click();
    await visit.page.getByRole('heading', { name: 'This meeting was cancelled' }).waitFor();

    expect(await join().isVisible()).toBe(false);
  });

  test('a page that grew too old loads itself again once, and then lets the person in', async () => {
    await arrive({});
    visit.later.hours = 48;

    await join().click();
    await visit.page.getByText('it was loaded again').waitFor();
    await join().click();
    await visit.page.getByText('no call is made').waitFor();

    expect(pageLoads()).toBe(2);
  });

  test('a page that stays out of date says so and does not load again and again', async () => {
    await arrive({});
    await visit.page.route('**/j/*', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 403, json: { code: 'stale_page', title: 'Out of date', detail: 'Reload it.' } })
        : route.continue(),
    );

    await join().click();
    await visit.page.getByText('it was loaded again').waitFor();
    await join().click();
    await visit.page.getByText('Out of date. Reload it.').waitFor();

    expect(pageLoads()).toBe(2);
  });

  test('tries again by itself while the video service is down', async () => {
    await arrive({});
    door.problems = [1, 1].map((retryAfterSeconds) => ({ kind: 'room-unavailable', retryAfterSeconds }));

    await join().click();
    await visit.page.getByText('The video service does not answer').waitFor();
    await visit.page.getByText('no call is made').waitFor({ timeout: 5000 });

    expect(door.pressed.length).toBe(3);
  });

  test('does not try again by itself while the video service refuses', async () => {
    await arrive({});
    door.problems = [{ kind: 'room-unavailable', retryAfterSeconds: 1, isLasting: true }];

    await join().click();
    await visit.page.getByText('does not pass by itself').waitFor();
    await visit.page.waitForTimeout(2_500);
    expect([door.pressed.length, await visit.page.getByText('We keep trying').count()]).toEqual([1, 0]);
  });

  test('Try again does not wait for the next try', async () => {
    await arrive({});
    door.problems = [{ kind: 'room-unavailable', retryAfterSeconds: 600 }];

    await join().click();
    await visit.page.getByRole('button', { name: 'Try again' }).click();
    await visit.page.getByText('no call is made').waitFor();

    expect(door.pressed.length).toBe(2);
  });

  test('says when the server cannot be reached, and lets the person press again', async () => {
    await arrive({});
    await visit.page.context().setOffline(true);
    await join().click();
    await visit.page.getByText('No connection.').waitFor();

    await visit.page.context().setOffline(false);
    await visit.page.getByRole('button', { name: 'Try again' }).click();
    await visit.page.getByText('no call is made').waitFor();
  });

  test('without JavaScript everything is said, and why Join does not work', async () => {
    await arrive({}, 0, { javaScriptEnabled: false });

    expect(await visit.page.locator('noscript .note').isVisible()).toBe(true);
    expect(await join().isDisabled()).toBe(true);
  });

  test.each(['light', 'dark'] as const)(
    'paints with one style and one script, 390 px wide, %s',
    async (colorScheme) => {
      const title = `Quarterly planning ${'x'.repeat(120)} 🗓️ ישיבת צוות`;
      await arrive({ title, organizer: 'w'.repeat(90) }, 0, { colorScheme, viewport: { width: 390, height: 844 } });

      expect(visit.requests.map((line) => line.replace(/-[A-Z0-9]{8}/, ''))).toEqual([
        'GET /j/:link',
        'GET /assets/join.css',
        'GET /assets/join.js',
      ]);
      expect(await visit.page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    },
  );

  async function arrive(
    view: Partial<DoorView>,
    clockOffHours = 0,
    options: BrowserContextOptions = {},
  ): Promise<void> {
    door = makeFakeDoor(view);
    visit = await lobby.visit(door, options);
    if (clockOffHours !== 0) await setWallClock(clockOffHours * HOUR_MS);
    await visit.load();
  }

  /** Only the wall clock: the monotonic one and the timers stay as they are. */
  function setWallClock(offMs: number): Promise<unknown> {
    return visit.page.addInitScript(`
      const RightDate = Date;
      globalThis.Date = class extends RightDate {
        constructor(...args) {
          super(...(args.length === 0 ? [RightDate.now() + ${offMs}] : args));
        }
        static now() {
          return RightDate.now() + ${offMs};
        }
      };
    `);
  }

  /** With plain spaces where the formats of the time have special ones. */
  async function shownTimes(): Promise<string[]> {
    const texts = await visit.page.locator('#when > :visible').allTextContents();
    return texts.map((text) => text.replace(/\s/g, ' '));
  }

  function join() {
    return visit.page.locator('#join');
  }

  function pageLoads(): number {
    return visit.requests.filter((line) => line === 'GET /j/:link').length;
  }
});
