import type { DateTime } from 'luxon';
import type { CollectionSpec, Documents } from '../ports/documents.ts';

/** What need not be remembered for ever says until when. */
export interface Remembered {
  readonly until: Date;
}

/** What a collection of such documents declares. */
export const BY_AGE: Pick<CollectionSpec, 'fields' | 'indexes'> = {
  fields: { until: 'date' },
  indexes: [{ name: 'age', on: ['until'] }],
};

const AT_ONCE = 50;

/** Forgets some of what need not be remembered any more; true when there may be more. */
export async function forgetOld<T extends Remembered>(documents: Documents<T>, now: DateTime): Promise<boolean> {
  const old = await documents.list('age', [], { to: now.toJSDate(), limit: AT_ONCE });
  for (const { id } of old) await documents.remove(id);
  return old.length === AT_ONCE;
}
