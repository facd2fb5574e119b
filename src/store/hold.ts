import { DateTime } from 'luxon';
import type { CollectionSpec, DocumentStore, Documents } from '../ports/documents.ts';
import { changeOrAdd } from './change-or-add.ts';

interface HoldDocument {
  readonly since: Date;
  readonly why: 'restored' | 'moving';
}

/** Why nothing may be sent from this store. */
export interface Held {
  /** What was sent after this instant, the store does not know. */
  readonly since: DateTime;
  /** It is a copy from an earlier time; or a copy that is not complete yet. */
  readonly why: HoldDocument['why'];
}

export const MARKS: CollectionSpec = { name: 'marks', fields: {}, indexes: [] };
const HOLD = 'hold';

/** A mark that a copy carries and the running store does not. */
export type Hold = Awaited<ReturnType<typeof openHold>>;

export async function openHold(store: DocumentStore) {
  const documents: Documents<HoldDocument> = await store.collection(MARKS);

  return {
    /** Null when it may send. */
    async get(): Promise<Held | null> {
      const stored = await documents.get(HOLD);
      return stored && { ...stored.value, since: DateTime.fromJSDate(stored.value.since) };
    },

    async begin({ since, why }: Held): Promise<void> {
      const held: HoldDocument = { since: since.toJSDate(), why };
      await changeOrAdd(documents, HOLD, () => held);
    },

    async end(): Promise<void> {
      await documents.remove(HOLD);
    },
  };
}
