import { writeSync } from 'node:fs';
import { openSqliteStore } from '../../../../src/adapters/sqlite/documents.ts';
import { DUE_AT, type Task, tasks } from './tasks.ts';

/**
 * Inserts numbered tasks into the folder it is given and prints each id once its insert was acknowledged. After so many it
 * kills itself, so that nothing is tidied up; without a number it goes on until somebody else does.
 */
const [directory = '', prefix = '', howMany = 'Infinity'] = process.argv.slice(2);
const store = await openSqliteStore({ directory });
const documents = await store.collection<Task>(tasks);
for (let number = 0; number < Number(howMany); number += 1) {
  const id = `${prefix}${number}`;
  await documents.insert(id, { number, dueAt: DUE_AT });
  writeSync(1, `${id}\n`);
}
process.kill(process.pid, 'SIGKILL');
