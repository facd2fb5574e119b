import type { CollectionSpec, DocumentStore } from '../ports/documents.ts';
import { openCollections } from './collections.ts';

/** What the product keeps, as it asks a store for it: nothing can be forgotten here. */
export async function collectionSpecs(): Promise<readonly CollectionSpec[]> {
  const specs: CollectionSpec[] = [];
  const listening = {
    collection: async (spec: CollectionSpec) => {
      specs.push(spec);
      return {};
    },
  };
  await openCollections(listening as unknown as DocumentStore);
  return specs;
}
