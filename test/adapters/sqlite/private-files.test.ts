import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openSqliteStore } from '../../../src/adapters/sqlite/documents.ts';
import { lockForServing } from '../../../src/adapters/sqlite/lock.ts';
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
