import { type Collections, openCollections } from '../composition/collections.ts';
import { openStoreBeside } from '../composition/open-store.ts';
import type { DocumentStore } from '../ports/documents.ts';
import { toolSettings } from './tool-settings.ts';

/** Works on the store that DATABASE_URL names, beside the process that serves from it. */
export async function withStore<T>(work: (collections: Collections, store: DocumentStore) => Promise<T>): Promise<T> {
  const store = await openStoreBeside(toolSettings().store.database);
  try {
    return await work(await openCollections(store), store);
  } finally {
    await store.close();
  }
}
