import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { asFolderError } from './failures.ts';

/** Makes the folder where it is missing, for its owner alone; one that is there keeps its mode. */
export function makePrivateFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw asFolderError(error, path);
  }
}

/**
 * Makes an empty file where it is missing and takes it from everybody but its owner. SQLite gives the files that it
 * makes beside a database the mode of the database.
 *
 * A file that is there is never opened: closing it again would drop the locks that SQLite holds on it in this process
 * (sqlite.org/howtocorrupt.html, 2.2).
 */
export function makePrivateFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw asFolderError(error, path);
  }
  try {
    const there = statSync(path);
    if (there.isFile() && (there.mode & 0o077) !== 0) chmodSync(path, 0o600);
  } catch (error) {
    throw asFolderError(error, path);
  }
}
