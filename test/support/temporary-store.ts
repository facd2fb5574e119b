import { openSqliteStore, type SqliteStoreOptions } from '../../src/adapters/sqlite/documents.ts';
import type { DocumentStore } from '../../src/ports/documents.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

export interface TemporaryStore {
  readonly store: DocumentStore;
  readonly directory: string;
  /** Closes the store and opens the same folder again. */
  reopen(): Promise<DocumentStore>;
  /** Closes the store and removes its folder. */
  close(): Promise<void>;
}

/** A real store in a fresh folder of the system's temporary one. */
export async function openTemporaryStore(options: Pick<SqliteStoreOptions, 'open'> = {}): Promise<TemporaryStore> {
  const { directory, remove } = await makeTemporaryFolder();
  let store = await openSqliteStore({ directory, ...options });
  return {
    store,
    directory,
    async reopen() {
      await store.close();
      store = await openSqliteStore({ directory, ...options });
      return store;
    },
    async close() {
      await store.close();
      await remove();
    },
  };
}
