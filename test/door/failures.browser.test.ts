import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Route } from 'playwright-core';
import { hasChromium } from '../support/chromium.ts';
import { type FakeDoor, makeFakeDoor } from './fake-door.ts';
import { type Lobby, openLobby, type Visit } from './visit.ts';

const suite = hasChromium('a press that fails') ? describe : describe.skip;

const problem = (status: number, code: string) => (route: Route) =>
  route.fulfill({
    status,
    contentType: 'application/problem+json',
    json: { code, title: 'Sorry', detail: 'Not now.' },
  });

suite('a press that fails leaves the card where it was, with words and a button that works:', () => {
  let lobby: Lobby;
  let door: FakeDoor;
  let visit: Visit;

  beforeAll(async () => {
    lobby = await openLobby();
  });

  afterAll(() => lobby.close());

  afterEach(() => visit.close());

  test.each<[string, (route: Route) => Promise<void>, string | RegExp]>([
    ['a problem of ours', problem(500, 'internal_error'), 'Sorry. Not now.'],
    ['too many presses', problem(429, 'rate_limited'), 'Sorry. Not now.'],
    ['a foreign origin', problem(403, 'wrong_origin'), 'Sorry. Not now.'],
    ['a problem of a later version', problem(418, 'teapot'), 'Sorry. Not now.'],
    [
      'a page of a proxy',
      (route) => route.fulfill({ status: 502, body: '<h1>Bad gateway</h1>' }),
      'Something went wrong.',
    ],
    [
      'a page in place of the token',
      (route) => route.fulfill({ status: 200, body: '<h1>Hello</h1>' }),
      'Something went wrong.',
    ],
    ['an empty answer', (route) => route.fulfill({ status: 200, body: '' }), 'Something went wrong.'],
    ['a connection that breaks', (route) => route.abort('connectionreset'), 'No connection.'],
  ])('%s', async (_, answer, words) => {
    door = makeFakeDoor();
    visit = await lobby.visit(door);
    await visit.load();
    const isPress = (url: URL) => /\/j\/[^/]+$/.test(url.pathname);
    await visit.page.route(isPress, (route) =>
      route.request().method() === 'POST' ? answer(route) : route.fallback(),
    );

    await visit.page.locator('#join').click();
    await visit.page.locator('#note', { hasText: words }).waitFor();

    expect(await visit.page.locator('#card').isVisible()).toBe(true);
    expect(await visit.page.locator('#room').isVisible()).toBe(false);
    await visit.page.unroute(isPress);
    await visit.page.getByRole('button', { name: 'Try again' }).click();
    await visit.page.getByText('no call is made').waitFor();
  });

  test.each<[string, string, (route: Route) => Promise<void>]>([
    [
      'a room that this page does not know',
      '**/j/*',
      (route) => route.fulfill({ json: { sdk: 'later', authToken: 'x' } }),
    ],
    ['an answer of another shape', '**/j/*', (route) => route.fulfill({ json: [] })],
    ['software of the call that is gone', '**/assets/demo-room*.js', (route) => route.abort()],
  ])('%s loads the page anew, once', async (_, where, answer) => {
    door = makeFakeDoor();
    visit = await lobby.visit(door);
    await visit.load();
    await visit.page.route(where, (route) =>
      route.request().method() === 'POST' || where.includes('assets') ? answer(route) : route.fallback(),
    );

    await visit.page.locator('#join').click();
    await visit.page.locator('#note', { hasText: 'it was loaded again' }).waitFor();
    await visit.page.locator('#join').click();
    await visit.page.locator('#note', { hasText: 'This page is out of date. Reload it' }).waitFor();

    expect([await visit.page.locator('#card').isVisible(), await visit.page.locator('#room').isVisible()]).toEqual([
      true,
      false,
    ]);
  });
});
