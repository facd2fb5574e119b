import type { DateTime } from 'luxon';
import { type DocumentStore, type Documents, Duplicate } from '../ports/documents.ts';
import { changeOrAdd } from './change-or-add.ts';
import { BY_AGE, forgetOld, type Remembered } from './forget-old.ts';

interface SeenDocument extends Remembered {
  readonly by?: string;
}

/** Ids of what reached us from outside, remembered for a while, since it is sent again when our answer is lost. */
export type Seen = Awaited<ReturnType<typeof openSeen>>;

export async function openSeen(store: DocumentStore) {
  const documents: Documents<SeenDocument> = await store.collection({ name: 'seen', ...BY_AGE });
  const key = (source: SeenSource, id: string) => `${source}/${id}`;

  return {
    async has(source: SeenSource, id: string): Promise<boolean> {
      return (await documents.get(key(source, id))) !== null;
    },

    /** Remembers an id at least until then. Of all who note the same one, one is told that it is the first. */
    async note(source: SeenSource, id: string, until: DateTime): Promise<boolean> {
      try {
        await documents.insert(key(source, id), { until: until.toJSDate() });
        return true;
      } catch (error) {
        if (error instanceof Duplicate) return false;
        throw error;
      }
    },

    /**
     * Remembers for whom an id was noted, until exactly then. False where it is remembered for somebody else already; of
     * many at once, for all but one.
     */
    async noteBy(source: SeenSource, id: string, by: string, now: DateTime, until: DateTime): Promise<boolean> {
      let isTheirs = false;
      await changeOrAdd(documents, key(source, id), (noted) => {
        const isNoted = noted !== null && noted.until > now.toJSDate();
        isTheirs = !isNoted || noted.by === by;
        return isNoted ? null : { until: until.toJSDate(), by };
      });
      return isTheirs;
    },

    async forgetBy(source: SeenSource, id: string, by: string): Promise<void> {
      const noted = await documents.get(key(source, id));
      if (noted?.value.by === by) await documents.remove(noted.id);
    },

    /** Forgets some of what need not be remembered any more; true when there may be more. */
    forgetOld: (now: DateTime): Promise<boolean> => forgetOld(documents, now),
  };
}

/** Who makes the ids: two sources may use the same one. */
export type SeenSource = 'rooms' | 'slack' | 'typed' | 'removals';
