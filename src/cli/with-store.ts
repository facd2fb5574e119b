import { existsSync } from 'node:fs';
import { type Collections, openCollections } from '../composition/collections.ts';
import { openStoreBeside } from '../composition/open-store.ts';
import { makeLog } from '../log.ts';
import type { DocumentStore } from '../ports/documents.ts';
import { Refused } from './run-command.ts';
import { toolSettings } from './tool-settings.ts';

/** Works on the store that DATABASE_URL names, beside the process that serves from it. */
export async function withStore<T>(work: (collections: Collections, store: DocumentStore) => Promise<T>): Promise<T> {
  const { database } = toolSettings().store;
  if (database.kind === 'file' && !existsSync(database.folder))
    throw new Refused(`There is no store in ${database.folder}.`);
  const store = await openStoreBeside(database, makeLog({ level: 'silent' }));
  try {
    return await work(await openCollections(store), store);
  } finally {
    await store.close();
  }
}
