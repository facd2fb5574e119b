import { existsSync } from 'node:fs';
import { type Logger, pino } from 'pino';
import { openSqliteStore, storeFile } from '../adapters/sqlite/documents.ts';
import { lockForServing } from '../adapters/sqlite/lock.ts';
import type { DatabaseSettings } from '../config/store.ts';
import { type DocumentStore, StoreUnusable } from '../ports/documents.ts';

export interface ServingStore {
  readonly store: DocumentStore;
  /** Other processes may serve from it too, and hold claims. */
  readonly isShared: boolean;
  close(): Promise<void>;
}

/** The store that the settings name, for a process that serves. @throws AlreadyServing, StoreUnavailable, StoreUnusable */
export async function openStore(database: DatabaseSettings, log: Logger): Promise<ServingStore> {
  switch (database.kind) {
    case 'file':
      return openFolder(database.folder);
    case 'mongodb': {
      const store = await openMongo(database.uri, log);
      return { store, isShared: true, close: store.close };
    }
  }
}

/**
 * The same store for a tool that works beside the serving process, and makes none where there is none.
 *
 * @throws StoreUnavailable, StoreUnusable
 */
export async function openStoreBeside(database: DatabaseSettings): Promise<DocumentStore> {
  switch (database.kind) {
    case 'file':
      if (!isThere(database)) throw new StoreUnusable(`There is no store in ${database.folder}.`);
      return openSqliteStore({ directory: database.folder });
    case 'mongodb':
      return openMongo(database.uri, pino({ level: 'silent' }));
  }
}

/** False where nothing was ever stored; a database elsewhere is asked and not looked for. */
export function isThere(database: DatabaseSettings): boolean {
  return database.kind === 'mongodb' || existsSync(storeFile(database.folder));
}

/** Loaded only where it is used, as it takes longer to load than all the rest. */
async function openMongo(uri: string, log: Logger): Promise<DocumentStore> {
  const { openMongoStore } = await import('../adapters/mongo/documents.ts');
  return openMongoStore({ uri, log });
}

async function openFolder(directory: string): Promise<ServingStore> {
  const lock = await lockForServing(directory);
  try {
    const store = await openSqliteStore({ directory });
    return {
      store,
      isShared: false,
      async close() {
        await store.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
