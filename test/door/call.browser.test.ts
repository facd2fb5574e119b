import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContextOptions } from 'playwright-core';
import { seriousFaults } from '../support/axe.ts';
import { hasChromium } from '../support/chromium.ts';
import { eventually } from '../support/eventually.ts';
import { allMarkup, focusedText } from '../support/shadow-dom.ts';
import { type CallVisit, NAME, TITLE, visitCall } from './call-visit.ts';
import { GENUINE } from './fake-door.ts';
import { type Lobby, openLobby } from './visit.ts';

const suite = hasChromium("the call screen, with RealtimeKit's own SDK") ? describe : describe.skip;

/** What the SDK tries and our policy refuses: where the visitor is, and its log. */
const REFUSED = /^connect-src forbids https:\/\/(?:location|location-legacy|api-silos)\.realtime\.cloudflare\.com\//;
/** Where it may go: the API, and a sound for testing the speaker. */
const ASKED = ['asked api.realtime.cloudflare.com', 'asked rtk-assets.realtime.cloudflare.com'];

suite("the call screen, with RealtimeKit's own SDK", () => {
  let lobby: Lobby;
  let visit: CallVisit;

  beforeAll(async () => {
    lobby = await openLobby();
  });

  afterAll(() => lobby.close());

  afterEach(async () => {
    const { complaints } = visit;
    await visit.close();
    expect(complaints.filter((line) => !REFUSED.test(line) && !ASKED.includes(line))).toEqual([]);
  });

  test('asks nobody else and loads nothing of the call before the press', async () => {
    await arrive();
    await visit.painted();

    expect(visit.requests.map((line) => line.replace(/-[A-Z0-9]{8}/, ''))).toEqual([
      'GET /j/:link',
      'GET /assets/join.css',
      'GET /assets/join.js',
    ]);
    expect([visit.service.asked, visit.complaints]).toEqual([[], []]);
  });

  test('shows the device check with title and name, entered with the token that our server was given', async () => {
    await arrive();
    await join();

    expect(await visit.page.locator('rtk-setup-screen .meeting-title').textContent()).toBe(TITLE);
    expect(await visit.page.locator('rtk-setup-screen .uneditable-name').textContent()).toMatch(
      new RegExp(`Joining as\\s+${NAME}`),
    );
    expect(await visit.page.locator('rtk-setup-screen rtk-button').isEnabled()).toBe(true);
    expect(visit.service.tokens).toEqual([tokenOf(0)]);
    expect(visit.service.asked).toEqual(
      expect.arrayContaining([
        'GET api.realtime.cloudflare.com/v2/internals/participant-details',
        'GET api.realtime.cloudflare.com/iceservers',
      ]),
    );
  });

  test('the token is in memory alone, and the personal link stays with us', async () => {
    await arrive('?s=1');
    await join();
    const markup = await allMarkup(visit.page);
    await pressInKit();
    await backOnCard();
    const kept = await visit.page.evaluate<string>(`JSON.stringify([
      location.href, document.referrer, document.cookie, localStorage, sessionStorage, history.state,
      performance.getEntriesByType('resource').map(({ name }) => name),
    ])`);
    const token = tokenOf(0);

    expect(markup).toContain('Joining as');
    for (const text of [markup, kept, visit.console.join('\n')]) expect(text).not.toContain(token);
    expect(visit.service.sent.join('\n')).toContain(token);
    for (const secret of [GENUINE, '/j/', 'referer', '?s='])
      expect(visit.service.sent.join('\n')).not.toContain(secret);
    expect(visit.page.url()).toBe(`${visit.origin}/j/${GENUINE}`);
  });

  test.each<[string, 401 | 500 | 'nonsense', string, number]>([
    ['refuses the token, and the next one', 401, 'a new one did not help', 2],
    ['is broken', 500, 'cannot be reached from here', 1],
    ['answers something else', 'nonsense', 'cannot be reached from here', 1],
  ])('the card says it when the video service %s', async (_what, answer, words, presses) => {
    await arrive();
    visit.service.answers = [answer];
    await visit.page.locator('#join').click();
    await visit.page.locator('#note').getByText(words).waitFor();

    expect([await visit.page.locator('#card').isVisible(), visit.door.pressed.length]).toEqual([true, presses]);
    expect(await visit.liveTracks()).toEqual([]);
  });

  test('the card says it when the video service cannot be reached, and Try again leads in once it can', async () => {
    await arrive();
    visit.service.answers = ['offline'];
    await visit.page.locator('#join').click();
    await visit.page.locator('#note').getByText('cannot be reached from here').waitFor();

    visit.service.answers = ['ok'];
    await visit.page.getByRole('button', { name: 'Try again' }).click();
    await deviceCheck();
  });

  test('a token that is not good any more is replaced once, without a word', async () => {
    await arrive();
    visit.service.answers = [401, 'ok'];
    const pressedAt = performance.now();
    await join();

    // The SDK takes one start in three seconds.
    expect(performance.now() - pressedAt).toBeGreaterThan(3000);
    expect(visit.service.tokens).toEqual([tokenOf(0), tokenOf(1)]);
  });

  test('a join that leads nowhere ends on the card, with the camera off', async () => {
    await arrive();
    await join();
    expect(await visit.liveTracks()).toEqual(['audio', 'video']);
    await pressInKit();
    await backOnCard();

    expect(await visit.page.locator('#note').textContent()).toContain('The call could not be reached.');
    await eventually(async () => expect(await visit.liveTracks()).toEqual([]));
  });

  test('a socket that is refused ends on the card, with the camera off', async () => {
    await arrive();
    visit.service.socket = 'refused';
    await join();
    await backOnCard();

    expect(await visit.page.locator('#note').textContent()).toContain('The call could not be reached.');
    await eventually(async () => expect(await visit.liveTracks()).toEqual([]));
  }, 40_000);

  test.each([
    ['ended', 'calm', 'The host ended the call for everybody.'],
    ['kicked', 'wrong', 'You were taken out of the call: by a host, or because your link was used on another device.'],
    ['failed', 'wrong', 'The connection to the call was lost.'],
  ])('a call that is %s is left for the card, %s: %s', async (state, tone, words) => {
    await arrive();
    await join();
    await say('roomLeft', 'disconnected');
    expect(await visit.page.locator('#room').isVisible()).toBe(true);

    await say('roomLeft', state);
    await backOnCard();
    const note = visit.page.locator('#note');
    expect([await note.getAttribute('data-tone'), await note.textContent()]).toEqual([
      tone,
      expect.stringContaining(words),
    ]);
    await eventually(async () => expect(await visit.liveTracks()).toEqual([]));
  });

  test('in the call our bar is gone', async () => {
    await arrive();
    await join();
    await say('roomJoined');

    expect(await visit.page.getByRole('button', { name: 'Back' }).count()).toBe(0);
  });

  test('Back leads to the card, and from there one can join again', async () => {
    await arrive();
    await join();
    await visit.page.getByRole('button', { name: 'Back' }).click();
    expect(await visit.page.locator('#note').textContent()).toBe('You left the room.');
    expect(await visit.page.evaluate('document.activeElement.textContent')).toBe('Join again');
    await eventually(async () => expect(await visit.liveTracks()).toEqual([]));

    await visit.page.getByRole('button', { name: 'Join again' }).click();
    await deviceCheck();
    expect(visit.service.tokens).toEqual([tokenOf(0), tokenOf(1)]);
  });

  test('works with the keyboard alone, from the card to the device check and back', async () => {
    await arrive();
    await visit.page.keyboard.press('Tab');
    await visit.page.keyboard.press('Enter');
    await deviceCheck();
    await visit.page.keyboard.press('Shift+Tab');
    const stops = [await focusedText(visit.page)];
    while (stops.at(-1) !== 'Join' && stops.length < 20) {
      await visit.page.keyboard.press('Tab');
      stops.push(await focusedText(visit.page));
    }
    await visit.page.keyboard.press('Enter');
    await backOnCard();

    expect([stops.at(0), stops.at(-1)]).toEqual(['Back', 'Join']);
    expect(await focusedText(visit.page)).toBe('Join again');
  });

  test('fits a window of 390 px, in which axe-core finds no serious fault', async () => {
    await arrive('', { viewport: { width: 390, height: 844 } });
    await join();

    expect(await visit.page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await visit.page.locator('rtk-setup-screen rtk-button').isVisible()).toBe(true);
    expect(await seriousFaults(visit.page)).toEqual([]);
  });

  async function arrive(query = '', options: BrowserContextOptions = {}): Promise<void> {
    visit = await visitCall(lobby, options);
    await visit.page.goto(`${visit.origin}/j/${GENUINE}${query}`);
  }

  async function join(): Promise<void> {
    await visit.page.getByRole('button', { name: 'Join the meeting' }).click();
    await deviceCheck();
  }

  async function deviceCheck(): Promise<void> {
    await visit.page.getByText('Joining as').waitFor();
    await visit.page.locator('rtk-setup-screen video').first().waitFor();
  }

  function pressInKit(): Promise<void> {
    return visit.page.locator('rtk-setup-screen rtk-button').click();
  }

  /** What the SDK says in a call, which would need a real service; the kit, which would show the call, is taken out. */
  async function say(event: string, state?: string): Promise<void> {
    await visit.page.evaluate(`(() => {
      const kit = document.querySelector('rtk-meeting');
      globalThis.meeting ??= kit.meeting;
      kit?.remove();
      meeting.self.emit('${event}', { state: '${state}' });
    })()`);
  }

  async function backOnCard(): Promise<void> {
    await visit.page.getByRole('button', { name: 'Join again' }).waitFor();
    expect(await visit.page.locator('#room').innerHTML()).toBe('');
  }

  /** The first is the one that came with the participant; each press refreshes it. */
  function tokenOf(press: number): string | undefined {
    return visit.rooms.tokens()[press + 1]?.token;
  }
});
