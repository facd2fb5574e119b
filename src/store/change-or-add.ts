import { type Documents, Duplicate } from '../ports/documents.ts';
import { mutate } from './mutate.ts';

/**
 * As `mutate`, and makes the document where it is missing.
 *
 * @param change as there; of null where there is none yet
 */
export async function changeOrAdd<T extends object>(
  documents: Documents<T>,
  id: string,
  change: (value: T | null) => T | null,
): Promise<void> {
  if (await mutate(documents, id, change)) return;
  const first = change(null);
  if (!first) return;
  try {
    await documents.insert(id, first);
  } catch (error) {
    if (!(error instanceof Duplicate)) throw error;
    await mutate(documents, id, change);
  }
}
