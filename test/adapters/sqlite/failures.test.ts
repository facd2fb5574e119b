import { expect, test } from '@jest/globals';
import { asFolderError, asStoreError } from '../../../src/adapters/sqlite/failures.ts';
import { Duplicate, StoreUnavailable, StoreUnusable } from '../../../src/ports/documents.ts';

test.each<[string, number, abstract new (...args: never[]) => Error, string]>([
  ['SQLITE_CONSTRAINT_PRIMARYKEY', 1555, Duplicate, 'id is already there'],
  ['SQLITE_CONSTRAINT_UNIQUE', 2067, Duplicate, 'unique index is already there'],
  ['SQLITE_FULL', 13, StoreUnavailable, 'full'],
  ['SQLITE_READONLY', 8, StoreUnavailable, 'read-only'],
  ['SQLITE_READONLY_DBMOVED', 1032, StoreUnavailable, 'read-only'],
  ['SQLITE_PERM', 3, StoreUnavailable, 'read-only'],
  ['SQLITE_BUSY', 5, StoreUnavailable, 'locked by another process'],
  ['SQLITE_BUSY_RECOVERY', 261, StoreUnavailable, 'locked by another process'],
  ['SQLITE_LOCKED', 6, StoreUnavailable, 'locked by another process'],
  ['SQLITE_CANTOPEN', 14, StoreUnavailable, 'cannot be opened'],
  ['SQLITE_IOERR_FSYNC', 1034, StoreUnavailable, 'check the disk'],
  ['SQLITE_CORRUPT', 11, StoreUnusable, 'damaged'],
  ['SQLITE_NOTADB', 26, StoreUnusable, 'damaged'],
])('tells %s in words, whichever library says it', (_, code, kind, words) => {
  for (const error of [{ rawCode: code }, { errcode: code }]) {
    const told = asStoreError(error, '/data/convene.db');

    expect(told).toBeInstanceOf(kind);
    expect((told as Error).message).toContain(words);
    expect((told as Error).cause).toBe(error);
  }
});

test.each([{ rawCode: 1 }, { errcode: 19 }, new TypeError('a bug'), { code: 'SQLITE_FULL' }])(
  'leaves any other error as it is: %j',
  (error) => {
    expect(asStoreError(error, '/data/convene.db')).toBe(error);
  },
);

test.each([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EROFS', 'read-only disk'],
  ['EACCES', 'may not make or change'],
  ['EPERM', 'may not make or change'],
  ['EEXIST', 'a file is in its way'],
  ['ENOTDIR', 'a file is in its way'],
  ['ENOENT', 'cannot be opened'],
])('tells %s of a folder in words', (code, words) => {
  const told = asFolderError({ code }, '/data');

  expect(told).toBeInstanceOf(StoreUnavailable);
  expect((told as Error).message).toContain(words);
});

test('leaves any other error of a folder as it is', () => {
  const error = { code: 'EMFILE' };

  expect(asFolderError(error, '/data')).toBe(error);
});
