import { writeSync } from 'node:fs';
import { lockForServing } from '../../../../src/adapters/sqlite/lock.ts';

/** Locks the folder it is given, says `held` and stays, collecting garbage; or says why it could not, and ends. */
const [directory = ''] = process.argv.slice(2);
try {
  await lockAndForget();
  writeSync(1, 'held\n');
  setInterval(() => globalThis.gc?.(), 5);
} catch (error) {
  const { name, message } = error as Error;
  writeSync(1, `${name}: ${message}\n`);
}

/** A function of its own, so that nothing here refers to the lock any more. */
async function lockAndForget(): Promise<void> {
  await lockForServing(directory);
}
