import { Duplicate } from '../../ports/documents.ts';
import type { Database } from './shim.ts';

interface Waiting {
  readonly answer: () => void;
  readonly fail: (error: unknown) => void;
}

/** Longer than this nobody waits for the writes of others. */
const MOST_TURNS = 8;

/**
 * Writes what comes within a few turns of the event loop in one transaction, so that one flush to the disk serves all of
 * it. Everybody is answered after the commit alone: also who was refused, since what stood in the way has to be there.
 */
export class GroupCommit {
  readonly #database: Database;
  #waiting: Waiting[] = [];

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Resolves to what `write` returned when that is on the disk.
   *
   * @param write changes with one statement at most, so that what throws has changed nothing
   * @throws what `write` throws; StoreUnavailable or StoreUnusable when the whole group could not be written
   */
  run<T>(write: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#begin();
      try {
        const result = write();
        this.#waiting.push({ answer: () => resolve(result), fail: reject });
      } catch (error) {
        this.#waiting.push({ answer: () => reject(error), fail: reject });
        if (!concernsOneAlone(error)) this.#undo(error);
      }
    });
  }

  /** Commits now what has come so far. */
  flush(): void {
    if (this.#waiting.length === 0) return;
    try {
      this.#database.run('COMMIT');
    } catch (error) {
      this.#undo(error);
      return;
    }
    for (const { answer } of this.#waiting.splice(0)) answer();
  }

  #begin(): void {
    if (this.#waiting.length > 0) return;
    this.#database.run('BEGIN IMMEDIATE');
    this.#commitWhenQuiet(MOST_TURNS);
  }

  /** As soon as a turn has brought nothing new, which takes no time where nothing else is going on. */
  #commitWhenQuiet(turnsLeft: number): void {
    const before = this.#waiting.length;
    setImmediate(() => {
      if (this.#waiting.length > before && turnsLeft > 0) this.#commitWhenQuiet(turnsLeft - 1);
      else this.flush();
    });
  }

  #undo(error: unknown): void {
    this.#database.rollBack();
    for (const { fail } of this.#waiting.splice(0)) fail(error);
  }
}

/** Of other errors, such as a full disk, SQLite may have undone the whole transaction. */
function concernsOneAlone(error: unknown): boolean {
  return error instanceof Duplicate || error instanceof TypeError;
}
