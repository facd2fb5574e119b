import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { availableDrivers, type Bindable } from '../../../src/adapters/sqlite/drivers.ts';
import { type Database, openDatabase } from '../../../src/adapters/sqlite/shim.ts';
import { Duplicate, StoreUnavailable } from '../../../src/ports/documents.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.ts';

const unavailable = (message: string) => expect.objectContaining({ name: 'StoreUnavailable', message });
const unusable = (message: string) => expect.objectContaining({ name: 'StoreUnusable', message });

test('prefers the SQLite of Node where Node has one', () => {
  const [major, minor] = process.versions.node.split('.').map(Number) as [number, number];
  const hasSqlite = major > 22 || (major === 22 && minor >= 13);

  expect(availableDrivers()).toEqual(hasSqlite ? ['node:sqlite', 'libsql'] : ['libsql']);
});

describe.each(availableDrivers())('SQLite by %s', (driver) => {
  let folder: TemporaryFolder;
  let path: string;
  let database: Database;

  beforeEach(async () => {
    folder = await makeTemporaryFolder();
    path = join(folder.directory, 'test.db');
    database = await openDatabase(path, { driver });
    database.exec('CREATE TABLE things (id TEXT PRIMARY KEY, size INTEGER UNIQUE, note TEXT)');
  });

  afterEach(async () => {
    database.close();
    await folder.remove();
  });

  const insert = 'INSERT INTO things (id, size, note) VALUES (?, ?, ?)';
  const everything = 'SELECT id, size, note FROM things ORDER BY id';

  test('gives back texts, whole and broken numbers and nulls, and no column that nobody asked for', () => {
    expect(database.run(insert, ['a', 1_767_603_600_123, 'Zażółć 👋'])).toBe(1);
    expect(database.run(insert, ['b', 1.5, null])).toBe(1);

    expect(database.all(everything).map((row) => ({ ...row }))).toEqual([
      { id: 'a', size: 1_767_603_600_123, note: 'Zażółć 👋' },
      { id: 'b', size: 1.5, note: null },
    ]);
  });

  test('keeps a whole number in a column of whole numbers', () => {
    database.run(insert, ['a', 1_767_603_600_123, null]);

    expect(database.all('SELECT typeof(size) AS type FROM things')[0]?.['type']).toBe('integer');
  });

  test.each<[string, unknown]>([
    ['true', true],
    ['false', false],
    ['undefined', undefined],
    ['a buffer', Buffer.from('x')],
    ['bytes', new Uint8Array(1)],
    ['an object', { a: 1 }],
    ['a date', new Date(0)],
    ['a bigint', 1n],
    ['NaN', Number.NaN],
    ['infinity', Number.NEGATIVE_INFINITY],
    ['a text with NUL', 'a\0b'],
    ['half a surrogate pair', 'a\ud83d'],
  ])('refuses to bind %s', (_, value) => {
    expect(() => database.run(insert, ['a', 1, value as Bindable])).toThrow(TypeError);
    expect(() => database.all('SELECT ?', [value as Bindable])).toThrow(TypeError);
    expect(database.all(everything)).toEqual([]);
  });

  test.each([[['a', 1]], [['a', 1, 'x', 'y']], [[]]])('refuses too few or too many values: %j', (values) => {
    expect(() => database.run(insert, values)).toThrow(TypeError);
    expect(database.all(everything)).toEqual([]);
  });

  test('lets one statement be used again while its rows are being read', () => {
    for (const id of ['a', 'b', 'c']) database.run(insert, [id, null, null]);
    const one = 'SELECT id FROM things WHERE id >= ? ORDER BY id';

    const pairs = database.all(one, ['a']).map((row) => database.all(one, [row['id'] ?? null]).length);
    expect(pairs).toEqual([3, 2, 1]);
  });

  test('tells by one error that an id or a unique value is taken, and goes on', () => {
    database.run(insert, ['a', 1, null]);

    expect(() => database.run(insert, ['a', 2, null])).toThrow(Duplicate);
    expect(() => database.run(insert, ['b', 1, null])).toThrow(Duplicate);
    expect(database.run(insert, ['b', 2, null])).toBe(1);
  });

  test('tells a mistake in a statement as itself', () => {
    expect(() => database.all('SELECT id FROM nowhere')).toThrow(/nowhere/);
    expect(() => database.all('SELECT id FROM nowhere')).not.toThrow(StoreUnavailable);
  });

  test('undoes all of a transaction that throws', () => {
    const work = () => {
      database.run(insert, ['a', 1, null]);
      throw new RangeError('no');
    };

    expect(() => database.transact(work)).toThrow(RangeError);
    expect(database.all(everything)).toEqual([]);
    expect(database.transact(() => database.run(insert, ['a', 1, null]))).toBe(1);
  });

  test('tells that the disk is full, undoes the transaction and works on when there is room', () => {
    const pages = Number(database.all('PRAGMA page_count')[0]?.['page_count']);
    database.all(`PRAGMA max_page_count = ${pages + 2}`);
    const fill = () => {
      for (let n = 0; n < 50; n += 1) database.run(insert, [`id${n}`, n, 'x'.repeat(1000)]);
    };

    expect(() => database.transact(fill)).toThrow(unavailable(`The disk that holds ${path} is full: free some space.`));
    expect(database.all(everything)).toEqual([]);

    database.all('PRAGMA max_page_count = 1000');
    database.transact(fill);
    expect(database.all(everything)).toHaveLength(50);
  });

  test('tells that the file may not be written', () => {
    database.exec('PRAGMA query_only = 1');

    expect(() => database.run(insert, ['a', 1, null])).toThrow(
      unavailable(`${path} is read-only: let the user that runs this program write to it and to its folder.`),
    );
  });

  test('tells that somebody else holds the lock, and works when it is given up', async () => {
    const other = await openDatabase(path, { driver, busyTimeoutMs: 0 });
    database.exec('BEGIN IMMEDIATE');

    expect(() => other.run(insert, ['a', 1, null])).toThrow(
      unavailable(`${path} is locked by another process: wait for it to finish, or stop it.`),
    );
    database.exec('ROLLBACK');
    expect(other.run(insert, ['a', 1, null])).toBe(1);
    other.close();
  });

  test('refuses every call once closed, and closes twice without complaint', () => {
    database.run(insert, ['a', 1, null]);
    database.close();
    database.close();

    expect(() => database.all(everything)).toThrow(unavailable(`${path} is closed.`));
  });

  const whole = 'restore it from a backup, or move it away to begin with an empty one.';

  test('tells that a file is no database', async () => {
    const other = join(folder.directory, 'other.db');
    writeFileSync(other, 'This is a letter to a friend. '.repeat(100));
    const opening = openDatabase(other, { driver }).then((opened) => opened.all('SELECT * FROM sqlite_master'));

    await expect(opening).rejects.toEqual(unusable(`${other} is damaged or no database: ${whole}`));
  });

  test('tells that a file has broken pages', async () => {
    for (let n = 0; n < 50; n += 1) database.run(insert, [`id${n}`, n, 'x'.repeat(1000)]);
    database.close();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xff, 4096));

    const opened = await openDatabase(path, { driver });
    expect(() => opened.all(everything)).toThrow(unusable(`${path} is damaged or no database: ${whole}`));
    opened.close();
  });

  test('tells that a folder is missing, or something else is in the way', async () => {
    const missing = join(folder.directory, 'missing', 'test.db');
    const occupied = join(folder.directory, 'occupied.db');
    mkdirSync(occupied);

    await expect(openDatabase(missing, { driver })).rejects.toEqual(
      unavailable(
        `${missing} cannot be opened: check that its folder is there and that the user that runs this program may use it.`,
      ),
    );
    await expect(openDatabase(occupied, { driver })).rejects.toThrow(`${occupied} cannot be opened`);
    await expect(openDatabase(join(path, 'test.db'), { driver })).rejects.toThrow('a file is in its way');
  });
});
