import { writeSync } from 'node:fs';
import { openSqliteStore } from '../../../../src/adapters/sqlite/documents.ts';
import { availableDrivers, loadDriver } from '../../../../src/adapters/sqlite/drivers.ts';
import { type Task, tasks } from './tasks.ts';

/**
 * Opens the store in the folder it is given, inserts the id it is given and says `stored`; or says why it could not. Does so
 * as the user that it is given, if any, who need not be able to read this program.
 */
const [directory = '', id = '', uid] = process.argv.slice(2);
for (const driver of availableDrivers()) await loadDriver(driver);
if (uid !== undefined) process.setuid?.(Number(uid));
try {
  const store = await openSqliteStore({ directory });
  await (await store.collection<Task>(tasks)).insert(id, { number: 0 });
  writeSync(1, 'stored\n');
} catch (error) {
  const { name, message } = error as Error;
  writeSync(1, `${name}: ${message}\n`);
}
