import { randomInt } from 'node:crypto';
import { jest, test } from '@jest/globals';
import { expectEverythingOnce } from '../support/expect-everything-once.ts';
import { aroundEach } from '../support/kill-points.ts';
import { rehearse } from '../support/kill-run.ts';
import { fileStores, mongoStores } from '../support/kill-stores.ts';

jest.setTimeout(60 * 60_000);

const INVITEES = 50;
/** Longer than everything takes from the command to the last message, on an idle machine. */
const COMMAND_MS = 3_000;
// biome-ignore lint/style/noProcessEnv: how a person asks for a shorter soak
const KILLS = Number(process.env['SOAK_KILLS'] ?? 100);

test.each([
  ['the file store', async () => fileStores()],
  ['MongoDB', mongoStores],
])('killed again and again on %s, it loses nothing and says nothing twice', async (name, open) => {
  const stores = await open();
  if (!stores) return;
  const points = Array.from({ length: KILLS }, () => ({ afterMs: randomInt(COMMAND_MS) }));

  await expectEverythingOnce(`random kills on ${name}`, points, INVITEES, stores);
});

test('killed before and after every single call to the outside, it loses nothing and says nothing twice', async () => {
  const points = aroundEach(await rehearse(5));

  await expectEverythingOnce('every call on the file store', points, 5, fileStores());
});
