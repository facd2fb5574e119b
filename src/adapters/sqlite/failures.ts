import { Duplicate, StoreUnavailable, StoreUnusable } from '../../ports/documents.ts';

/** Another process holds a lock that was not given up in time. */
export class StoreLocked extends StoreUnavailable {}

/** SQLite's primary result codes (sqlite.org/rescode.html) that say more than "a bug". */
const code = {
  perm: 3,
  busy: 5,
  locked: 6,
  readonly: 8,
  ioerr: 10,
  corrupt: 11,
  full: 13,
  cantopen: 14,
  protocol: 15,
  notadb: 26,
} as const;

const PRIMARY_KEY_TAKEN = 1555;
const UNIQUE_TAKEN = 2067;

/** The port's error for an error of SQLite, told in words for the operator; any other error is a bug and stays itself. */
export function asStoreError(error: unknown, path: string): unknown {
  const resultCode = resultCodeOf(error);
  if (resultCode === undefined) return error;
  if (resultCode === PRIMARY_KEY_TAKEN) return new Duplicate('The id is already there.', { cause: error });
  if (resultCode === UNIQUE_TAKEN)
    return new Duplicate('A value of a unique index is already there.', { cause: error });
  // The primary code is the low byte of the extended one.
  switch (resultCode & 0xff) {
    case code.full:
      return new StoreUnavailable(`The disk that holds ${path} is full: free some space.`, { cause: error });
    case code.perm:
    case code.readonly:
      return new StoreUnavailable(
        `${path} is read-only: let the user that runs this program write to it and to its folder.`,
        { cause: error },
      );
    case code.busy:
    case code.locked:
    case code.protocol:
      return new StoreLocked(`${path} is locked by another process: wait for it to finish, or stop it.`, {
        cause: error,
      });
    case code.cantopen:
      return cannotOpen(path, error);
    case code.ioerr:
      return new StoreUnavailable(`Reading or writing ${path} failed: check the disk that holds it.`, { cause: error });
    case code.corrupt:
    case code.notadb:
      return new StoreUnusable(
        `${path} is damaged or no database: restore it from a backup, or move it away to begin with an empty one.`,
        { cause: error },
      );
    default:
      return error;
  }
}

/** For an error of the file system, met while the folder or a file of the store was made. */
export function asFolderError(error: unknown, path: string): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new StoreUnavailable(`The disk for ${path} is full: free some space.`, { cause: error });
    case 'EROFS':
      return new StoreUnavailable(`${path} is on a read-only disk: choose a folder that can be written.`, {
        cause: error,
      });
    case 'EACCES':
    case 'EPERM':
      return new StoreUnavailable(
        `The user that runs this program may not make or change ${path}: give it the folder, or choose another.`,
        { cause: error },
      );
    case 'ENOENT':
      return cannotOpen(path, error);
    case 'EEXIST':
    case 'ENOTDIR':
      return new StoreUnavailable(`${path} cannot be made, a file is in its way: choose another folder.`, {
        cause: error,
      });
    default:
      return error;
  }
}

export function cannotOpen(path: string, cause: unknown): StoreUnavailable {
  return new StoreUnavailable(
    `${path} cannot be opened: check that its folder is there and that the user that runs this program may use it.`,
    { cause },
  );
}

/** libsql says `rawCode`, node:sqlite `errcode`; both mean the extended result code. */
function resultCodeOf(error: unknown): number | undefined {
  const { rawCode, errcode } = error as { rawCode?: unknown; errcode?: unknown };
  if (typeof rawCode === 'number') return rawCode;
  return typeof errcode === 'number' ? errcode : undefined;
}
