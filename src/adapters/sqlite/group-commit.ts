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
 * it, and gathers the next one while the disk is at work. Everybody is answered after the flush alone: also who was
 * refused, since what stood in the way has to be there.
 */
export class GroupCommit {
  readonly #database: Database;
  #waiting: Waiting[] = [];
  #flushing: Promise<void> | null = null;
  /** What a disk has once refused it may have lost, and all that is written behind it would be lost with it. */
  #failure: unknown = null;

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
      if (this.#failure) throw this.#failure;
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

  /** Resolves when all that others can see by now is on the disk. @throws StoreUnavailable */
  async flushed(): Promise<void> {
    await this.#flushing;
    if (this.#failure) throw this.#failure;
  }

  /** Commits what has come so far, and resolves when everybody was answered. */
  async commit(): Promise<void> {
    while (this.#flushing) await this.#flushing;
    if (this.#waiting.length === 0) return;
    try {
      if (this.#failure) throw this.#failure;
      this.#database.run('COMMIT');
    } catch (error) {
      this.#undo(error);
      return;
    }
    this.#flushing = this.#flush(this.#waiting.splice(0));
    await this.#flushing;
  }

  async #flush(group: readonly Waiting[]): Promise<void> {
    try {
      await this.#database.flush();
      for (const { answer } of group) answer();
    } catch (error) {
      this.#failure = error;
      for (const { fail } of group) fail(error);
    }
    this.#flushing = null;
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
      else void this.commit();
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
