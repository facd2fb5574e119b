import { writeSync } from 'node:fs';
import { lockForServing } from '../../../../src/adapters/sqlite/lock.ts';

/** Locks the folder it is given, says `held` and stays; or says why it could not, and ends. */
const [directory = ''] = process.argv.slice(2);
try {
  await lockForServing(directory);
  writeSync(1, 'held\n');
  setInterval(() => {}, 60_000);
} catch (error) {
  const { name, message } = error as Error;
  writeSync(1, `${name}: ${message}\n`);
}
