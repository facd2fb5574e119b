import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContextOptions } from 'playwright-core';
import { hasChromium } from '../support/chromium.ts';
import { type FakeDoor, makeFakeDoor } from './fake-door.ts';
import { type Lobby, openLobby, type Visit } from './visit.ts';

const suite = hasChromium('the demo room in a browser') ? describe : describe.skip;

suite('the demo room in a browser', () => {
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

  test('says that it is a simulation, shows the own camera and who came in', async () => {
    await arrive();
    await visit.page.getByRole('button', { name: 'Join the meeting' }).click();

    expect(await visit.page.getByRole('status').filter({ hasText: 'no call' }).textContent()).toBe(
      'Simulation: no video service is connected, so no call is made. Only you can see this camera preview.',
    );
    await visit.page.locator('.tile.seen video').waitFor();
    await visit.page.locator('.people').getByText('Alice Adams').waitFor();
    expect(await visit.page.getByRole('listitem').allTextContents()).toEqual(['AAlice Adams', 'BBob Brown (you)']);
    expect(await liveTracks()).toEqual({ audio: true, video: true });
  });

  test('switches camera and microphone, and turns both off on leaving', async () => {
    await arrive();
    await visit.page.getByRole('button', { name: 'Join the meeting' }).click();
    const camera = visit.page.getByRole('button', { name: 'Camera' });
    await visit.page.locator('.tile.seen').waitFor();

    await camera.click();
    expect([await camera.getAttribute('aria-pressed'), await liveTracks()]).toEqual([
      'false',
      { audio: true, video: false },
    ]);
    await camera.click();
    await visit.page.getByRole('button', { name: 'Microphone' }).click();
    expect(await liveTracks()).toEqual({ audio: false, video: true });

    const stream = await visit.page.evaluateHandle<{ active: boolean }>("document.querySelector('video').srcObject");
    await visit.page.getByRole('button', { name: 'Leave' }).click();
    expect(await stream.evaluate(({ active }) => active)).toBe(false);
    expect(await visit.page.locator('#room').innerHTML()).toBe('');
  });

  test('is left for the card, from where one can join again', async () => {
    await arrive();
    await visit.page.getByRole('button', { name: 'Join the meeting' }).click();
    await visit.page.getByRole('button', { name: 'Leave' }).click();
    await visit.page.getByRole('button', { name: 'Join again' }).click();
    await visit.page.getByText('no call is made').waitFor();

    expect(door.pressed.length).toBe(2);
  });

  test('pressing twice, or ten times while the answer is slow, is one press', async () => {
    await arrive();
    const { enter } = door;
    door.enter = async (link, use) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return enter(link, use);
    };

    await visit.page.locator('#join').dblclick();
    await visit.page.locator('#join').evaluate('(button) => { for (let i = 0; i < 10; i += 1) button.click(); }');
    await visit.page.getByText('no call is made').waitFor();

    expect(visit.requests.filter((line) => line.startsWith('POST'))).toEqual(['POST /j/:link']);
  });

  test('the token is nowhere but in memory', async () => {
    await arrive();
    await visit.page.getByRole('button', { name: 'Join the meeting' }).click();
    await visit.page.locator('.tile.seen').waitFor();
    const kept = await visit.page.evaluate(`JSON.stringify([
      location.href, document.cookie, document.documentElement.outerHTML, localStorage, sessionStorage, history.state,
    ])`);

    expect(kept).not.toContain('participant-token');
  });

  test('works with the keyboard alone', async () => {
    await arrive();
    await visit.page.keyboard.press('Tab');
    expect(await focused()).toBe('Join the meeting');
    await visit.page.keyboard.press('Enter');
    await visit.page.locator('.tile.seen').waitFor();

    const stops = [];
    for (let i = 0; i < 3; i += 1) {
      await visit.page.keyboard.press('Tab');
      stops.push(await focused());
    }
    expect(stops).toEqual(['Microphone', 'Camera', 'Leave']);
    await visit.page.keyboard.press('Space');

    expect(await focused()).toBe('Join again');
  });

  test.each([
    ['NotAllowedError', 'Camera and microphone were refused.'],
    ['NotFoundError', 'No camera or microphone was found.'],
    ['NotReadableError', 'in use by another program.'],
  ])('goes on without a camera and says why: %s', async (name, words) => {
    await arrive();
    await visit.page.evaluate(
      `navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', '${name}'))`,
    );
    await visit.page.getByRole('button', { name: 'Join the meeting' }).click();
    await visit.page.getByText(words).waitFor();

    expect(await visit.page.getByRole('button', { name: 'Camera' }).isDisabled()).toBe(true);
    expect(await visit.page.getByRole('button', { name: 'Leave' }).isEnabled()).toBe(true);
  });

  test('a kind of room that this page does not know is a reason to load it again, once', async () => {
    await arrive();
    await visit.page.route('**/j/*', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ json: { sdk: 'tomorrow', authToken: 'participant-token' } })
        : route.continue(),
    );
    await visit.page.locator('#join').click();
    await visit.page.getByText('it was loaded again').waitFor();
    await visit.page.locator('#join').click();
    await visit.page.getByText('This page is out of date. Reload it').waitFor();

    expect(await visit.page.locator('#room').isVisible()).toBe(false);
  });

  test('fits a window of 390 px', async () => {
    await arrive({ viewport: { width: 390, height: 844 } });
    door.view = { ...door.view, entered: ['x'.repeat(80)] };
    await visit.page.getByRole('button', { name: 'Join the meeting' }).click();
    await visit.page.locator('.tile.seen').waitFor();

    expect(await visit.page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });

  async function arrive(options: BrowserContextOptions = {}): Promise<void> {
    door = makeFakeDoor({ entered: ['Alice Adams'] });
    visit = await lobby.visit(door, options);
    await visit.load();
  }

  function focused(): Promise<string> {
    return visit.page.evaluate('document.activeElement.textContent');
  }

  function liveTracks(): Promise<Record<string, boolean>> {
    return visit.page.evaluate(`Object.fromEntries(
      document.querySelector('video').srcObject.getTracks()
        .map((track) => [track.kind, track.enabled && track.readyState === 'live']),
    )`);
  }
});
