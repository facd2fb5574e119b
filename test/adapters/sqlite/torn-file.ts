import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSqliteStore } from '../../../src/adapters/sqlite/documents.ts';
import { run } from './processes/run.ts';
import { DUE_AT, type Task, tasks } from './processes/tasks.ts';

/** Bytes that one page takes in the write-ahead log: SQLite's page and its frame header (sqlite.org/fileformat.html, 4.1). */
export const FRAME_BYTES = 4096 + 24;

/** Nine tasks, written and acknowledged one by one, whose log can be cut off. */
export async function recordedTasks(folder: string) {
  const acknowledged = await run('insert-tasks', [folder, 'task-', '9']).rest();
  if (acknowledged.length !== 9) throw new Error(`Only ${acknowledged.length} tasks were written.`);
  const [database, log] = await Promise.all(['', '-wal'].map((end) => readFile(join(folder, `convene.db${end}`))));
  return {
    allButLast: acknowledged.slice(0, -1),
    /** Each insert writes three pages: the table's, its id index's and the due index's. */
    lastRecordBytes: 3 * FRAME_BYTES,
    /** What is read when so many bytes are missing. Each copy has files of its own, since closed ones may linger. */
    async readCutBy(bytes: number): Promise<string[]> {
      const directory = join(folder, `cut${bytes}`);
      await mkdir(directory);
      await writeFile(join(directory, 'convene.db'), database ?? '');
      await writeFile(join(directory, 'convene.db-wal'), log?.subarray(0, -bytes) ?? '');
      const ids = await storedIds(directory);
      await rm(directory, { recursive: true });
      return ids;
    },
  };
}

/** Ids of all tasks in the folder, having checked that each is whole and indexed. */
export async function storedIds(directory: string): Promise<string[]> {
  const store = await openSqliteStore({ directory });
  const found = await (await store.collection<Task>(tasks)).list('due', [DUE_AT]);
  await store.close();
  for (const { id, version, value } of found) {
    const isWhole =
      version === 1 && value.number === Number(id.split('-')[1]) && value.dueAt?.getTime() === DUE_AT.getTime();
    if (!isWhole) throw new Error(`${id} is not whole: ${JSON.stringify({ version, value })}`);
  }
  return found.map(({ id }) => id);
}
