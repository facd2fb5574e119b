import { setTimeout as sleep } from 'node:timers/promises';
import type { Documents, Stored } from '../ports/documents.ts';

const TRIES = 30;
const LONGEST_PAUSE_MS = 64;

/** Others changed the document before every one of our tries. Nothing was saved; trying later may help. */
export class TooContended extends Error {
  override readonly name = 'TooContended';
  readonly retryable = true;
}

/**
 * Changes one document by compare-and-set: reads it, asks `change` for the new value and saves that, beginning anew where
 * somebody else was faster.
 *
 * @param change pure, and able to bear being run again, also on a document that already has the change: set, or add what
 *   is absent; never toggle or append blindly. Null leaves the document as it is.
 * @param random in [0, 1), spreads the tries of those who race
 * @returns the document as it now is; null when there is none
 * @throws TooContended after 30 tries, and what the port's `replace` throws
 */
export async function mutate<T extends object>(
  documents: Documents<T>,
  id: string,
  change: (value: T) => T | null,
  random: () => number = Math.random,
): Promise<Stored<T> | null> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (attempt > 0) await sleep(random() * Math.min(2 ** attempt, LONGEST_PAUSE_MS));
    const found = await documents.get(id);
    if (found === null) return null;
    const value = change(found.value);
    if (value === null) return found;
    const saved = await documents.replace(id, found.version, value);
    if (saved !== null) return saved;
  }
  throw new TooContended(`Document ${id} changed under each of ${TRIES} tries.`);
}
