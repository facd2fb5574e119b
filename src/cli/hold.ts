import '../luxon-strict.ts';
import { DateTime } from 'luxon';
import { runCommand, WrongUsage } from './run-command.ts';
import { withStore } from './with-store.ts';

const USAGE = `npm run hold -- <when the dump was begun, such as 2026-11-22T03:00:00Z>

Marks a store as restored, as npm run backup does for its copies: for a MongoDB that was just filled by mongorestore,
before Convene starts from it. Nothing is sent until npm run release.`;

await runCommand({ usage: USAGE, count: 1 }, async ({ positionals: [time = ''] }) => {
  const since = instant(time);
  await withStore(({ hold }) => hold.begin({ since, why: 'restored' }));
  return 'Held: nothing is sent from this store until npm run release.';
});

function instant(text: string): DateTime {
  if (!/T.*(?:Z|[+-]\d\d:?\d\d)$/.test(text)) throw new WrongUsage('The time needs a date and an offset.');
  try {
    return DateTime.fromISO(text);
  } catch {
    throw new WrongUsage('The time cannot be read.');
  }
}
