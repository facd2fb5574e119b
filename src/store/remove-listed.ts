import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Documents, IndexValue } from '../ports/documents.ts';

const AT_ONCE = 50;

/** Removes what an index lists, slice by slice, so that requests get their turn in between. */
export async function removeListed<T extends object>(
  documents: Documents<T>,
  index: string,
  equals: readonly IndexValue[],
): Promise<void> {
  for (;;) {
    const slice = await documents.list(index, equals, { limit: AT_ONCE });
    for (const { id } of slice) await documents.remove(id);
    await nextTurn();
    if (slice.length < AT_ONCE) return;
  }
}
