import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { BackupRefused, backUp } from '../../../src/adapters/sqlite/backup.ts';
import { openSqliteStore } from '../../../src/adapters/sqlite/documents.ts';
import { lockForServing } from '../../../src/adapters/sqlite/lock.ts';
import { type Task, tasks } from '../../contracts/tasks.ts';
import { openTemporaryStore, type TemporaryStore } from '../../support/temporary-store.ts';

let temporary: TemporaryStore;
let backups: string;
const nothingMore = async () => {};

beforeEach(async () => {
  temporary = await openTemporaryStore();
  backups = join(temporary.directory, 'backups');
  mkdirSync(backups);
});
afterEach(() => temporary.close());

/** The tasks of a backup, read as after a restore. */
async function restored(file: string): Promise<string[]> {
  const directory = join(temporary.directory, 'restored');
  mkdirSync(directory);
  writeFileSync(join(directory, 'convene.db'), readFileSync(file));
  const store = await openSqliteStore({ directory });
  const ids = (await (await store.collection<Task>(tasks)).page(null, 10_000)).map(({ id }) => id);
  await store.close();
  return ids;
}

test('a copy taken beside a serving process holds everything that was answered before, and nothing half', async () => {
  const lock = await lockForServing(temporary.directory);
  const documents = await temporary.store.collection<Task>(tasks);
  for (let n = 0; n < 300; n += 1) await documents.insert(`before${n}`, { team: 'T1', key: `k${n}` });
  const target = join(backups, 'today.db');

  const backingUp = backUp(temporary.directory, target, nothingMore);
  for (let n = 0; n < 50; n += 1) {
    await documents.insert(`during${n}`, { team: 'T1', key: `d${n}` });
    await new Promise(setImmediate);
  }
  await backingUp;
  lock.release();

  const ids = await restored(target);
  expect(ids.filter((id) => id.startsWith('before'))).toHaveLength(300);
  expect(await documents.count('byKey', ['T1'])).toBe(350);
});

test('the copy is one file, for its owner alone, whatever the mask', async () => {
  const before = process.umask(0);
  try {
    await backUp(temporary.directory, join(backups, 'today.db'), nothingMore);
  } finally {
    process.umask(before);
  }

  expect(readdirSync(backups)).toEqual(['today.db']);
  expect((statSync(join(backups, 'today.db')).mode & 0o777).toString(8)).toBe('600');
});

test('what is written into the copy is not in the store', async () => {
  const target = join(backups, 'today.db');
  await backUp(temporary.directory, target, async (copy) => {
    await (await copy.collection<Task>(tasks)).insert('mark', { team: 'T1' });
  });

  expect(await restored(target)).toEqual(['mark']);
  expect(await (await temporary.store.collection<Task>(tasks)).page(null, 1)).toEqual([]);
});

test('a file that is there is never overwritten', async () => {
  const target = join(backups, 'today.db');
  writeFileSync(target, 'the only copy');

  await expect(backUp(temporary.directory, target, nothingMore)).rejects.toThrow(
    new BackupRefused(`${target} is there already, and a backup never overwrites anything: choose another name.`),
  );
  expect(readFileSync(target, 'utf8')).toBe('the only copy');
});

test('a file that comes while the copy is made is not overwritten either', async () => {
  const target = join(backups, 'today.db');
  const backingUp = backUp(temporary.directory, target, async () => writeFileSync(target, 'another backup'));

  await expect(backingUp).rejects.toBeInstanceOf(BackupRefused);
  expect([readFileSync(target, 'utf8'), readdirSync(backups)]).toEqual(['another backup', ['today.db']]);
});

test('where something goes wrong on the way, nothing is left', async () => {
  const backingUp = backUp(temporary.directory, join(backups, 'today.db'), async () => {
    throw new Error('on the way');
  });

  await expect(backingUp).rejects.toThrow('on the way');
  expect(readdirSync(backups)).toEqual([]);
});

test('a folder without a store is told, and none is made in it', async () => {
  const empty = join(temporary.directory, 'empty');

  await expect(backUp(empty, join(backups, 'today.db'), nothingMore)).rejects.toThrow(`There is no store in ${empty}.`);
  expect(existsSync(empty)).toBe(false);
});
