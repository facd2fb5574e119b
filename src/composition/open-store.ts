import type { Logger } from 'pino';
import { openSqliteStore } from '../adapters/sqlite/documents.ts';
import { lockForServing } from '../adapters/sqlite/lock.ts';
import type { DatabaseSettings } from '../config/store.ts';
import type { DocumentStore } from '../ports/documents.ts';

type MongoLog = Pick<Logger, 'error' | 'warn' | 'info'>;

export interface ServingStore {
  readonly store: DocumentStore;
  /** Other processes may serve from it too, and hold claims. */
  readonly isShared: boolean;
  close(): Promise<void>;
}

/** The store that the settings name, for a process that serves. @throws AlreadyServing, StoreUnavailable, StoreUnusable */
export async function openStore(database: DatabaseSettings, log: MongoLog): Promise<ServingStore> {
  if (database.kind === 'file') return openFolder(database.folder);
  const store = await openMongo(database.uri, log);
  return { store, isShared: true, close: store.close };
}

/** The same for a tool that works beside a process that serves. @throws StoreUnavailable, StoreUnusable */
export async function openStoreBeside(database: DatabaseSettings, log: MongoLog): Promise<DocumentStore> {
  return database.kind === 'file' ? openSqliteStore({ directory: database.folder }) : openMongo(database.uri, log);
}

async function openMongo(uri: string, log: MongoLog): Promise<DocumentStore> {
  // Loaded only where it is used, as it takes longer to load than all the rest.
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
