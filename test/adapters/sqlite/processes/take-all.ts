import { writeSync } from 'node:fs';
import { openSqliteStore } from '../../../../src/adapters/sqlite/documents.ts';
import { DUE_AT, type Task, tasks } from './tasks.ts';

/** Takes whatever is due in the folder it is given and prints each id; ends when nothing is left. */
const [directory = ''] = process.argv.slice(2);
const store = await openSqliteStore({ directory });
const documents = await store.collection<Task>(tasks);
for (;;) {
  const taken = await documents.take('due', [], DUE_AT, { set: { dueAt: null } });
  if (taken === null) break;
  writeSync(1, `${taken.id}\n`);
}
await store.close();
