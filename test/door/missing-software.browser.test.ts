import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { KIT_FAULT } from '../../src/browser/join/kit-fault.ts';
import { hasChromium } from '../support/chromium.ts';
import { eventually } from '../support/eventually.ts';
import { type CallVisit, visitCall } from './call-visit.ts';
import { type Lobby, openLobby } from './visit.ts';

const suite = hasChromium('a call screen whose files are missing') ? describe : describe.skip;

const KIT_ENTRY = '**/assets/*/realtimekit-ui.esm.js';
const KIT_CHUNKS = '**/assets/*/*.entry.js';

suite('a call screen whose files are missing', () => {
  let lobby: Lobby;
  let visit: CallVisit;

  beforeAll(async () => {
    lobby = await openLobby();
  });

  afterAll(() => lobby.close());

  afterEach(() => visit.close());

  test.each([
    ['the entry of the UI kit is gone', KIT_ENTRY],
    ['a part of the UI kit cannot be fetched', KIT_CHUNKS],
  ])(
    'leads back to the card when %s, with words, the camera off, and a button that loads all anew',
    async (_, files) => {
      await arrive();
      await visit.page.route(files, (route) => route.abort());
      await visit.page.locator('#join').click();
      await cardSays('a part of its software did not arrive');

      await visit.page.unroute(files);
      await visit.page.getByRole('button', { name: 'Load the page again' }).click();
      await visit.page.getByRole('button', { name: 'Join the meeting' }).click();
      await visit.page.getByText('Joining as').waitFor();
    },
  );

  test('gives up on a part that takes too long', async () => {
    await arrive();
    await visit.page.clock.install();
    await visit.page.route(KIT_CHUNKS, () => {});
    await visit.page.locator('#join').click();
    await visit.page.locator('#room').getByRole('heading').waitFor();
    await visit.page.clock.runFor(21_000);

    await cardSays('a part of its software did not arrive');
  });

  test('does not stay in a room that throws when it is shown', async () => {
    await arrive();
    await visit.page.evaluate(`customElements.define('rtk-meeting', class extends HTMLElement {
      set meeting(_value) { throw new Error('not today'); }
    })`);
    await visit.page.locator('#join').click();

    await cardSays('a part of its software did not arrive');
  });

  test('leaves a call of which the first screen cannot be fetched, as after an update of the server', async () => {
    await arrive();
    await deviceCheck();
    await visit.page.route(KIT_CHUNKS, (route) => route.abort());
    await enterCall();
    await showPart('rtk-polls');

    await cardSays('a part of its software did not arrive');
  });

  test('stays in a call when a part of it that is asked for later cannot be fetched', async () => {
    await arrive();
    await deviceCheck();
    await visit.page.clock.install();
    await enterCall();
    await visit.page.clock.runFor(21_000);
    await visit.page.route(KIT_CHUNKS, (route) => route.abort());
    await visit.page.evaluate(`void addEventListener('${KIT_FAULT}', () => document.body.classList.add('told'))`);
    await showPart('rtk-polls');
    await visit.page.locator('body.told').waitFor();

    expect(await visit.page.locator('#room').isVisible()).toBe(true);
  });

  async function arrive(): Promise<void> {
    visit = await visitCall(lobby);
    await visit.load();
  }

  async function deviceCheck(): Promise<void> {
    await visit.page.locator('#join').click();
    await visit.page.locator('rtk-setup-screen video').first().waitFor();
  }

  /** The kit is taken out, since it could not show a call that has no service behind it. */
  async function enterCall(): Promise<void> {
    await visit.page.evaluate(`(() => {
      const kit = document.querySelector('rtk-meeting');
      const { self } = kit.meeting;
      kit.remove();
      self.emit('roomJoined', {});
    })()`);
  }

  async function showPart(tag: string): Promise<void> {
    await visit.page.evaluate(`document.querySelector('.call').append(document.createElement('${tag}'))`);
  }

  async function cardSays(words: string): Promise<void> {
    await visit.page.locator('#note', { hasText: words }).waitFor();
    expect([await visit.page.locator('#card').isVisible(), await visit.page.locator('#room').isVisible()]).toEqual([
      true,
      false,
    ]);
    await eventually(async () => expect(await visit.liveTracks()).toEqual([]));
  }
});
