import '../luxon-strict.ts';
import { existsSync } from 'node:fs';
import { storeFile } from '../adapters/sqlite/documents.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { collectionSpecs } from '../composition/collection-specs.ts';
import { openStore } from '../composition/open-store.ts';
import { type DatabaseSettings, databaseAddress } from '../config/store.ts';
import { makeLog } from '../log.ts';
import { CopyDiffers, copyStore, TargetNotEmpty } from '../store/copy-store.ts';
import { Refused, runCommand, WrongUsage } from './run-command.ts';

const USAGE = `npm run move-store -- <from> <to>

Copies everything from one store into an empty one, such as file:./data mongodb://host/convene, and compares it. Stop
Convene first. A move that was cut short is begun anew by running it again. The store it comes from stays as it is.`;

await runCommand({ usage: USAGE, count: 2 }, async ({ positionals: [from = '', to = ''] }) => {
  const [fromDatabase, toDatabase] = [addressOf(from), addressOf(to)];
  if (fromDatabase.kind === 'file' && !existsSync(storeFile(fromDatabase.folder))) {
    throw new Refused(`There is no store in ${fromDatabase.folder}.`);
  }
  const log = makeLog({ level: 'silent' });
  // Both are opened as for serving, so that nobody serves from either meanwhile.
  const source = await openStore(fromDatabase, log);
  try {
    const target = await openStore(toDatabase, log);
    try {
      return report(await copyStore(source.store, target.store, await collectionSpecs(), systemClock.now()));
    } finally {
      await target.close();
    }
  } catch (error) {
    if (error instanceof TargetNotEmpty)
      throw new Refused('There is something in the target already: nothing was moved.');
    if (error instanceof CopyDiffers)
      throw new Refused(`${error.message} Stop what writes to either store, and run this again.`);
    throw error;
  } finally {
    await source.close();
  }
});

function addressOf(text: string): DatabaseSettings {
  const database = databaseAddress.parse(text);
  if (!database) throw new WrongUsage(`A store is given as ${databaseAddress.expected}.`);
  return database;
}

function report(counts: ReadonlyMap<string, number>): string {
  const lines = [...counts].map(([name, count]) => `  ${name}: ${count}`);
  return ['Moved and compared; set DATABASE_URL to the new store.', ...lines].join('\n');
}
