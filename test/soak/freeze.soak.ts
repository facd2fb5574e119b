import { expect, jest, test } from '@jest/globals';
import { freshDatabase, withDatabase } from '../adapters/mongo/temporary-database.ts';
import { freezeOne } from '../support/freeze-run.ts';
import { findMongoServer } from '../support/mongo-server.ts';

jest.setTimeout(10 * 60_000);

const INVITEES = 50;
const FROZEN_MS = 90_000;
/** Early, in the middle and near the end of what one command leads to. */
const AFTER_CARDS = [3, 20, 40];

test('a process that stood still with its claims and goes on repeats nothing of what another has taken over', async () => {
  const server = await findMongoServer();
  if (!server) return;
  const addresses = AFTER_CARDS.map(() => freshDatabase(server.uri));
  try {
    const all = await Promise.all(
      AFTER_CARDS.map((afterCards, index) =>
        freezeOne({ DATABASE_URL: addresses[index] }, { invitees: INVITEES, afterCards, forMs: FROZEN_MS }),
      ),
    );
    for (const { cardsBefore, cardsMeanwhile, claimsLost, lost, double, openRooms } of all) {
      process.stdout.write(
        `frozen for ${FROZEN_MS / 1000} s after ${cardsBefore} of ${INVITEES + 1} cards: ${cardsMeanwhile} cards meanwhile, ${claimsLost} claims lost, ${lost.length} lost, ${double.length} double, ${openRooms} open room\n`,
      );
    }
    expect(all.map(({ lost, double, openRooms }) => ({ lost, double, openRooms }))).toEqual(
      all.map(() => ({ lost: [], double: [], openRooms: 1 })),
    );
    // Else it stood still with nothing in its hands, and nothing was shown.
    expect(Math.min(...all.map(({ claimsLost }) => claimsLost))).toBeGreaterThan(0);
  } finally {
    for (const uri of addresses) await withDatabase(uri, (database) => database.dropDatabase());
    await server.close();
  }
});
