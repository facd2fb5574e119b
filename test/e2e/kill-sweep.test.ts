import { randomInt } from 'node:crypto';
import { jest, test } from '@jest/globals';
import { expectEverythingOnce } from '../support/expect-everything-once.ts';
import { aroundEach, firstAndLast } from '../support/kill-points.ts';
import { rehearse } from '../support/kill-run.ts';
import { fileStores, mongoStores } from '../support/kill-stores.ts';

jest.setTimeout(300_000);

const INVITEES = 5;
/** Longer than everything takes from the command to the last message, on an idle machine. */
const COMMAND_MS = 900;
const RANDOM_KILLS = 10;

test('killed before and after the first and last call of each kind, it loses nothing and says nothing twice', async () => {
  const points = firstAndLast(aroundEach(await rehearse(INVITEES)));

  await expectEverythingOnce('kill sweep on the file store', points, INVITEES, fileStores());
});

test.each([
  ['the file store', async () => fileStores()],
  ['MongoDB', mongoStores],
])('killed at random moments on %s, it loses nothing and says nothing twice', async (name, open) => {
  const stores = await open();
  if (!stores) return;
  const points = Array.from({ length: RANDOM_KILLS }, () => ({ afterMs: randomInt(COMMAND_MS) }));

  await expectEverythingOnce(`random kills on ${name}`, points, INVITEES, stores);
});
