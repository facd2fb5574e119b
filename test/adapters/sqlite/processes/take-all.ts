import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSqliteStore } from '../../../../src/adapters/sqlite/documents.ts';
import { DUE_AT, type Task, tasks } from './tasks.ts';

/**
 * Says `ready`, waits for the task `go` in the folder it is given, then takes whatever is due there and prints each id, and
 * `done` when nothing is left.
 */
const [directory = ''] = process.argv.slice(2);
const store = await openSqliteStore({ directory });
const documents = await store.collection<Task>(tasks);
writeSync(1, 'ready\n');
while ((await documents.get('go')) === null) await sleep(1);
for (;;) {
  const taken = await documents.take('due', [], DUE_AT, { set: { dueAt: null } });
  if (taken === null) break;
  writeSync(1, `${taken.id}\n`);
}
await store.close();
writeSync(1, 'done\n');
