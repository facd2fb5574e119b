import '../luxon-strict.ts';
import { resolve } from 'node:path';
import { backUp } from '../adapters/sqlite/backup.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { openHold } from '../store/hold.ts';
import { Refused, runCommand } from './run-command.ts';
import { toolSettings } from './tool-settings.ts';

const USAGE = `npm run backup -- <file>

Copies the embedded store to one private file, also while Convene is serving. To restore, stop Convene, put the file
into an empty folder under the name convene.db, and start from that folder: it sends nothing until npm run release.`;

await runCommand({ usage: USAGE, count: 1 }, async ({ positionals: [target = ''] }) => {
  const { database } = toolSettings().store;
  if (database.kind !== 'file') throw new Refused('MongoDB is backed up with mongodump: see the README.');
  const since = systemClock.now();
  await backUp(database.folder, resolve(target), async (copy) => {
    const hold = await openHold(copy);
    await hold.begin({ since, why: 'restored' });
  });
  return `Backed up to ${resolve(target)}.`;
});
