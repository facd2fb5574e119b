import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openSqliteStore } from '../../../src/adapters/sqlite/documents.ts';
import { lockForServing } from '../../../src/adapters/sqlite/lock.ts';
import { openDatabase } from '../../../src/adapters/sqlite/shim.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.ts';

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await makeTemporaryFolder();
});

afterEach(() => folder.remove());

test.each([0o000, 0o022])('keeps everybody but the owner out, also with the mask %o', async (mask) => {
  const directory = join(folder.directory, 'made', 'data');
  const before = process.umask(mask);
  try {
    const lock = await lockForServing(directory);
    const store = await openSqliteStore({ directory });
    await store.collection({ name: 'things', fields: {}, indexes: [] });

    const modes = readdirSync(directory).map((file) => [file, modeOf(join(directory, file))]);
    expect(modeOf(directory)).toBe('700');
    expect(modes).toEqual([
      ['convene.db', '600'],
      ['convene.db-shm', '600'],
      ['convene.db-wal', '600'],
      ['serving.lock', '600'],
    ]);
    await store.close();
    lock.release();
  } finally {
    process.umask(before);
  }
});

test('closes a database file that others could read, and leaves the folder as it is', async () => {
  const directory = join(folder.directory, 'data');
  mkdirSync(directory);
  chmodSync(directory, 0o755);
  writeFileSync(join(directory, 'convene.db'), '', { mode: 0o644 });

  const store = await openSqliteStore({ directory });
  await store.close();

  expect(modeOf(directory)).toBe('755');
  expect(modeOf(join(directory, 'convene.db'))).toBe('600');
});

test('what was removed or changed is not left in the files for those who look', async () => {
  const { directory } = folder;
  const store = await openSqliteStore({ directory });
  const documents = await store.collection<{ text: string }>({ name: 'things', fields: {}, indexes: [] });
  const secret = (word: string) => ({ text: `${word} `.repeat(2_000) });
  await documents.insert('removed', secret('Rumpelstiltskin'));
  await documents.insert('changed', secret('Rapunzel'));
  await documents.insert('kept', secret('Cinderella'));
  await documents.replace('changed', 1, { text: 'nobody' });
  await documents.remove('removed');
  await store.close();
  // Whoever opens it next and closes it brings what was written ahead into the file.
  const database = await openDatabase(join(directory, 'convene.db'));
  database.all('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();

  const bytes = readdirSync(directory).map((file) => readFileSync(join(directory, file), 'latin1'));
  const words = ['Rumpelstiltskin', 'Rapunzel', 'Cinderella'];
  expect(words.filter((word) => bytes.some((text) => text.includes(word)))).toEqual(['Cinderella']);
});
