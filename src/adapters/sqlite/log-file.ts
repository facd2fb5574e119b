import { closeSync, fdatasync, openSync } from 'node:fs';
import { promisify } from 'node:util';
import { StoreUnavailable } from '../../ports/documents.ts';

const flushToDisk = promisify(fdatasync);

/** The log that SQLite writes a database's commits into, which is there as long as a connection is open. */
export class LogFile {
  readonly #path: string;
  #file: number | null = null;

  constructor(databasePath: string) {
    this.#path = `${databasePath}-wal`;
  }

  /** Resolves when all that stands in it is on the disk; the process goes on meanwhile. @throws StoreUnavailable */
  async flush(): Promise<void> {
    try {
      this.#file ??= openSync(this.#path, 'r+');
      await flushToDisk(this.#file);
    } catch (cause) {
      const message = `${this.#path} could not be brought to the disk: check it, and start this program again.`;
      throw new StoreUnavailable(message, { cause, mayBeSaved: true });
    }
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }
}
