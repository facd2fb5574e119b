import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openSqliteStore } from '../../../src/adapters/sqlite/documents.ts';
import { AlreadyServing, lockForServing } from '../../../src/adapters/sqlite/lock.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.ts';
import { killAll, run } from './processes/run.ts';

let folder: TemporaryFolder;
let refusal: string;

beforeEach(async () => {
  folder = await makeTemporaryFolder();
  refusal = `Another process is already serving from ${folder.directory}: stop it, or give this one a folder of its own.`;
});

afterEach(async () => {
  await killAll();
  await folder.remove();
});

test('lets one process serve from a folder, and the next one as soon as it is killed', async () => {
  const first = run('hold-lock', [folder.directory]);
  expect(await first.nextLine()).toBe('held');

  const second = run('hold-lock', [folder.directory]);
  expect(await second.rest()).toEqual([`AlreadyServing: ${refusal}`]);
  await expect(lockForServing(folder.directory)).rejects.toThrow(new AlreadyServing(folder.directory).message);

  await first.kill();
  const third = run('hold-lock', [folder.directory]);
  expect(await third.nextLine()).toBe('held');
  await third.kill();
});

test('refuses a second lock in the same process, and a refusal does not free the first', async () => {
  const lock = await lockForServing(folder.directory);

  await expect(lockForServing(folder.directory)).rejects.toBeInstanceOf(AlreadyServing);
  await expect(lockForServing(folder.directory)).rejects.toBeInstanceOf(AlreadyServing);
  expect(await run('hold-lock', [folder.directory]).rest()).toEqual([`AlreadyServing: ${refusal}`]);
  lock.release();
});

test('is free when released, twice being no harm', async () => {
  const lock = await lockForServing(folder.directory);
  lock.release();
  lock.release();

  const next = run('hold-lock', [folder.directory]);
  expect(await next.nextLine()).toBe('held');
  lock.release();
  expect(await run('hold-lock', [folder.directory]).rest()).toEqual([`AlreadyServing: ${refusal}`]);
  await next.kill();
});

test('is one for each folder, which it makes', async () => {
  const one = await lockForServing(join(folder.directory, 'one'));
  const other = await lockForServing(join(folder.directory, 'other'));

  one.release();
  other.release();
});

test('does not keep a tool from the store', async () => {
  const lock = await lockForServing(folder.directory);
  const store = await openSqliteStore({ directory: folder.directory });

  expect(await run('open-store', [folder.directory, 'a']).rest()).toEqual(['stored']);
  await store.close();
  lock.release();
});
