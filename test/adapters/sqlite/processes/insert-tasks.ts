import { writeSync } from 'node:fs';
import { openSqliteStore } from '../../../../src/adapters/sqlite/documents.ts';
import { DUE_AT, type Task, tasks } from './tasks.ts';

/**
 * Inserts numbered tasks into the folder it is given and prints each id once its insert was acknowledged. After so many it
 * kills itself, so that nothing is tidied up; without a number it goes on until somebody else does.
 */
const [directory = '', prefix = '', howMany = 'Infinity', atOnce = '1'] = process.argv.slice(2);
const store = await openSqliteStore({ directory });
const documents = await store.collection<Task>(tasks);
let next = 0;
const insertAll = async () => {
  for (let number = next++; number < Number(howMany); number = next++) {
    const id = `${prefix}${number}`;
    await documents.insert(id, { number, dueAt: DUE_AT });
    writeSync(1, `${id}\n`);
  }
};
await Promise.all(Array.from({ length: Number(atOnce) }, insertAll));
process.kill(process.pid, 'SIGKILL');
