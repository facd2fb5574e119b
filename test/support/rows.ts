import { collectionSpecs } from '../../src/composition/collection-specs.ts';
import type { DocumentStore, Stored } from '../../src/ports/documents.ts';

/** Every document of a store, by the name of its collection. */
export async function rowsOf(store: DocumentStore): Promise<Record<string, Stored<object>[]>> {
  const rows: Record<string, Stored<object>[]> = {};
  for (const spec of await collectionSpecs()) {
    rows[spec.name] = await (await store.collection<object>(spec)).page(null, 10_000);
  }
  return rows;
}

/** How many documents each collection has that has any. */
export async function countRows(store: DocumentStore): Promise<Record<string, number>> {
  const counts = Object.entries(await rowsOf(store)).map(([name, rows]) => [name, rows.length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
