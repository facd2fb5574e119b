import type { Logger } from 'pino';
import { openSqliteStore } from '../adapters/sqlite/documents.ts';
import { lockForServing } from '../adapters/sqlite/lock.ts';
import type { DatabaseSettings } from '../config/store.ts';
import type { DocumentStore } from '../ports/documents.ts';

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
      // Loaded only where it is used, as it takes longer to load than all the rest.
      const { openMongoStore } = await import('../adapters/mongo/documents.ts');
      const store = await openMongoStore({ uri: database.uri, log });
      return { store, isShared: true, close: store.close };
    }
  }
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
