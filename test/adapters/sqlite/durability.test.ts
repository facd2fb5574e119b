import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openSqliteStore } from '../../../src/adapters/sqlite/documents.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.ts';
import { killAll, run } from './processes/run.ts';
import { DUE_AT, type Task, tasks } from './processes/tasks.ts';
import { FRAME_BYTES, recordedTasks, storedIds } from './torn-file.ts';

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await makeTemporaryFolder();
});

afterEach(async () => {
  await killAll();
  await folder.remove();
});

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

test('opens with the log cut within its last record, and loses only what was written last', async () => {
  const torn = await recordedTasks(folder.directory);

  // At every byte of the frames' headers and every thirteenth of the pages; the soak test cuts at every byte of all.
  const isTried = (cut: number) => cut % FRAME_BYTES > 4096 - 1 || cut % 13 === 0 || cut < 3;
  for (let cut = 1; cut <= torn.lastRecordBytes; cut += 1) {
    if (isTried(cut)) expect({ cut, ids: await torn.readCutBy(cut) }).toEqual({ cut, ids: torn.allButLast });
  }
}, 60_000);

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
