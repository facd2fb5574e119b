import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import type { DoorView } from '../../src/usecases/look-at-door.ts';
import { seriousFaults } from '../support/axe.ts';
import { hasChromium } from '../support/chromium.ts';
import { GENUINE, makeFakeDoor } from './fake-door.ts';
import { type Lobby, openLobby, type Visit } from './visit.ts';

const suite = hasChromium('axe-core on the join page') ? describe : describe.skip;

suite('axe-core finds no serious fault on', () => {
  let lobby: Lobby;
  let visit: Visit;

  beforeAll(async () => {
    lobby = await openLobby();
  });

  afterAll(() => lobby.close());

  afterEach(() => visit.close());

  test.each<[string, DoorView['status']]>([
    ['open', { kind: 'open' }],
    ['too early', { kind: 'too-early', opensAt: DateTime.utc().plus({ hours: 1 }) }],
    ['waiting for the host', { kind: 'waiting-for-host' }],
    ['not invited', { kind: 'not-invited' }],
    ['ended', { kind: 'ended' }],
    ['cancelled', { kind: 'cancelled' }],
  ])('the card: %s', async (_name, status) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      visit = await lobby.visit(makeFakeDoor({ status, sequence: 1 }), { colorScheme, reducedMotion: 'reduce' });
      await visit.page.goto(`${visit.origin}/j/${GENUINE}?s=0`);

      expect(await seriousFaults(visit.page)).toEqual([]);
      if (colorScheme === 'light') await visit.close();
    }
  });

  test('the card with what went wrong', async () => {
    const door = makeFakeDoor();
    visit = await lobby.visit(door);
    await visit.load();
    door.problems = [{ kind: 'room-unavailable', retryAfterSeconds: 600 }];
    await visit.page.locator('#join').click();
    await visit.page.getByText('The video service does not answer').waitFor();

    expect(await seriousFaults(visit.page)).toEqual([]);
  });

  test('the page of a forged link', async () => {
    visit = await lobby.visit(makeFakeDoor());
    await visit.page.goto(`${visit.origin}/j/forged`);

    expect(await seriousFaults(visit.page)).toEqual([]);
  });

  test('the demo room, and the card after it', async () => {
    visit = await lobby.visit(makeFakeDoor());
    await visit.load();
    await visit.page.locator('#join').click();
    await visit.page.locator('.tile.seen').waitFor();
    expect(await seriousFaults(visit.page)).toEqual([]);

    await visit.page.getByRole('button', { name: 'Leave' }).click();
    await visit.page.getByText('You left the room.').waitFor();
    expect(await seriousFaults(visit.page)).toEqual([]);
  });
});
