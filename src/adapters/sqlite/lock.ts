import { join } from 'node:path';
import { StoreLocked } from './failures.ts';
import { makePrivateFolder } from './private-files.ts';
import { type Database, openDatabase } from './shim.ts';

/** Another process is serving from the folder. */
export class AlreadyServing extends Error {
  override readonly name = 'AlreadyServing';

  constructor(directory: string, options?: ErrorOptions) {
    super(
      `Another process is already serving from ${directory}: stop it, or give this one a folder of its own.`,
      options,
    );
  }
}

export interface ServingLock {
  /** Releasing twice is no error. */
  release(): void;
}

/** A lock that nobody refers to would be collected, and freed, while the process still serves. */
const held = new Set<Database>();

/**
 * Claims the folder for the one process that serves from it. The lock is an exclusive transaction on a file of its own,
 * `serving.lock`, so that the system frees it the moment the process ends, however it ends.
 *
 * @throws AlreadyServing, StoreUnavailable
 */
export async function lockForServing(directory: string): Promise<ServingLock> {
  makePrivateFolder(directory);
  const database = await openDatabase(join(directory, 'serving.lock'), { busyTimeoutMs: 0 });
  try {
    // Nothing is ever written, so there is no journal worth a file beside the lock.
    database.all('PRAGMA journal_mode = MEMORY');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    throw error instanceof StoreLocked ? new AlreadyServing(directory, { cause: error }) : error;
  }
  held.add(database);
  return {
    release() {
      if (!held.delete(database)) return;
      database.exec('ROLLBACK');
      database.close();
    },
  };
}
