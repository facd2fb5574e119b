import { copyFile, mkdir, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openSqliteStore } from '../../../src/adapters/sqlite/documents.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.ts';
import { killAll, run } from './processes/run.ts';
import { DUE_AT, type Task, tasks } from './processes/tasks.ts';

/** Bytes that one page takes in the write-ahead log: SQLite's page and its frame header (sqlite.org/fileformat.html, 4.1). */
const FRAME_BYTES = 4096 + 24;

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await makeTemporaryFolder();
});

afterEach(async () => {
  await killAll();
  await folder.remove();
});

/** Ids of all tasks in the folder, having checked that each is whole and indexed. */
async function storedIds(directory: string): Promise<string[]> {
  const store = await openSqliteStore({ directory });
  const found = await (await store.collection<Task>(tasks)).list('due', [DUE_AT]);
  await store.close();
  for (const { id, version, value } of found) {
    expect({ version, value }).toEqual({
      version: 1,
      value: { number: Number(id.split('-')[1]), dueAt: DUE_AT },
    });
  }
  return found.map(({ id }) => id);
}

/** Inserts in a process of its own, which is killed once it has acknowledged so many; answers all acknowledged ids. */
async function insertAndDie(directory: string, prefix: string, atLeast: number, atOnce: number): Promise<string[]> {
  const inserting = run('insert-tasks', [directory, prefix, 'Infinity', String(atOnce)]);
  const acknowledged: string[] = [];
  while (acknowledged.length < atLeast) acknowledged.push((await inserting.nextLine()) ?? 'ended');
  await inserting.kill();
  return [...acknowledged, ...(await inserting.rest())];
}

test.each([
  ['one after the other', 1],
  ['side by side', 8],
])('loses nothing that was acknowledged when the process is killed while it writes %s', async (_, atOnce) => {
  const acknowledged: string[] = [];
  for (const [round, atLeast] of [1, 7, 40, 150, 300].entries()) {
    acknowledged.push(...(await insertAndDie(folder.directory, `round${round}-`, atLeast, atOnce)));
  }

  expect(acknowledged.length).toBeGreaterThanOrEqual(498);
  expect(await storedIds(folder.directory)).toEqual(expect.arrayContaining(acknowledged));
});

test('opens with a torn end of the log and loses only what was written last', async () => {
  const acknowledged = await run('insert-tasks', [folder.directory, 'task-', '9']).rest();
  const log = join(folder.directory, 'convene.db-wal');
  const { size } = await stat(log);
  expect(acknowledged).toHaveLength(9);

  // Each insert writes three pages: the table's, its id index's and the due index's. Up to two of them are cut off.
  for (let cut = 1; cut < 2 * FRAME_BYTES; cut += 97) {
    const directory = join(folder.directory, `cut${cut}`);
    await mkdir(directory);
    await copyFile(join(folder.directory, 'convene.db'), join(directory, 'convene.db'));
    await copyFile(log, join(directory, 'convene.db-wal'));
    await truncate(join(directory, 'convene.db-wal'), size - cut);

    expect({ cut, ids: await storedIds(directory) }).toEqual({ cut, ids: acknowledged.slice(0, -1) });
  }
});

test('gives each of 400 due tasks to one of four processes', async () => {
  const store = await openSqliteStore(folder);
  const documents = await store.collection<Task>(tasks);
  const ids = Array.from({ length: 400 }, (_, number) => `id${String(number).padStart(3, '0')}`);
  for (const [number, id] of ids.entries()) await documents.insert(id, { number, dueAt: DUE_AT });

  const takers = [1, 2, 3, 4].map(() => run('take-all', [folder.directory]));
  for (const taker of takers) expect(await taker.nextLine()).toBe('ready');
  await documents.insert('go', { number: 0 });
  const taken = await Promise.all(takers.map((taker) => taker.rest()));

  expect(taken.map((lines) => lines.pop())).toEqual(['done', 'done', 'done', 'done']);
  expect(taken.flat().sort()).toEqual(ids);
  expect(await documents.list('due', [])).toEqual([]);
  await store.close();
});

test('is made once when four processes open it at the same time', async () => {
  const opening = ['a', 'b', 'c', 'd'].map((id) => run('open-store', [folder.directory, id]));

  expect(await Promise.all(opening.map((process) => process.rest()))).toEqual([
    ['stored'],
    ['stored'],
    ['stored'],
    ['stored'],
  ]);
});
