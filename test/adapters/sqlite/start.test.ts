import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openSqliteStore } from '../../../src/adapters/sqlite/documents.ts';
import { type Database, openDatabase } from '../../../src/adapters/sqlite/shim.ts';
import { Duplicate, StoreUnavailable, StoreUnusable } from '../../../src/ports/documents.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.ts';
import { killAll, run } from './processes/run.ts';

const NOBODY = '65534';

let folder: TemporaryFolder;
let directory: string;
let path: string;

beforeEach(async () => {
  folder = await makeTemporaryFolder();
  directory = folder.directory;
  path = join(directory, 'convene.db');
});

afterEach(async () => {
  await killAll();
  await folder.remove();
});

/** A store that shows the databases it writes and reads by. */
async function openWithDatabase() {
  const opened: Database[] = [];
  const store = await openSqliteStore({
    directory,
    open: async (file) => {
      const database = await openDatabase(file);
      opened.push(database);
      return database;
    },
  });
  const [database, reading] = opened;
  if (!database || !reading) throw new Error('The store opened too few databases.');
  return { store, database, reading };
}

test('writes ahead, and flushes each commit to the disk before it is answered or read', async () => {
  const { store, database } = await openWithDatabase();
  expect(database.all('PRAGMA journal_mode')[0]?.['journal_mode']).toBe('wal');
  const things = await store.collection<object>({ name: 'things', fields: {}, indexes: [] });
  const events: string[] = [];
  const flush = database.flush.bind(database);
  let reading: Promise<unknown> = Promise.reject(new Error('Nothing was flushed.'));
  reading.catch(() => {});
  database.flush = async () => {
    await flush();
    reading = things.get('a').then((found) => events.push(`read ${found?.id}`));
    await flush();
    events.push('flushed');
  };

  await things.insert('a', {}).then(() => events.push('answered'));
  await reading;

  expect(events).toEqual(['flushed', 'answered', 'read a']);
  await store.close();
});

test('refuses a store that a newer release has written, and leaves it alone', async () => {
  const { store, database } = await openWithDatabase();
  database.exec('PRAGMA user_version = 2');
  await store.close();

  const refusal = new StoreUnusable(
    `${path} was written by a newer release (schema 2, this one knows 1): start that release, or restore an older backup.`,
  );
  await expect(openSqliteStore({ directory })).rejects.toEqual(refusal);
  await expect(openSqliteStore({ directory })).rejects.toEqual(refusal);
});

test('refuses a damaged file in words', async () => {
  writeFileSync(path, 'This is a letter to a friend. '.repeat(100));

  await expect(openSqliteStore({ directory })).rejects.toThrow(`${path} is damaged or no database`);
  await expect(openSqliteStore({ directory })).rejects.toBeInstanceOf(StoreUnusable);
});

test('tells in words that the folder may not be written', async () => {
  chmodSync(directory, 0o755);
  const data = join(directory, 'data');
  mkdirSync(data, { mode: 0o555 });
  // The superuser may write anywhere, so that the store is opened by somebody else.
  const user = process.getuid?.() === 0 ? [NOBODY] : [];

  expect(await run('open-store', [data, 'a', ...user]).rest()).toEqual([
    `StoreUnavailable: The user that runs this program may not make or change ${join(data, 'convene.db')}: give it the folder, or choose another.`,
  ]);
});

test('tells in words that the database may not be written', async () => {
  const { store, database } = await openWithDatabase();
  const things = await store.collection({ name: 'things', fields: {}, indexes: [] });
  database.exec('PRAGMA query_only = 1');

  await expect(things.insert('a', {})).rejects.toThrow(`${path} is read-only`);
  await expect(things.insert('a', {})).rejects.toBeInstanceOf(StoreUnavailable);
  await store.close();
});

test('tells in words that the disk is full, keeps what it has and goes on when there is room', async () => {
  const { store, database } = await openWithDatabase();
  const things = await store.collection({ name: 'things', fields: {}, indexes: [] });
  await things.insert('kept', { size: 1 });
  const pages = Number(database.all('PRAGMA page_count')[0]?.['page_count']);
  database.all(`PRAGMA max_page_count = ${pages}`);

  const large = { text: 'x'.repeat(20_000) };
  await expect(things.insert('large', large)).rejects.toThrow(`The disk that holds ${path} is full`);
  await expect(things.replace('kept', 1, large)).rejects.toBeInstanceOf(StoreUnavailable);
  expect(await things.getMany(['kept', 'large'])).toEqual([{ id: 'kept', version: 1, value: { size: 1 } }]);

  database.all('PRAGMA max_page_count = 1000');
  expect(await things.insert('large', large)).toMatchObject({ version: 1 });
  await store.close();
});

test('is unavailable once closed', async () => {
  const { store } = await openWithDatabase();
  const things = await store.collection({ name: 'things', fields: {}, indexes: [] });
  await store.close();

  await expect(store.ping()).rejects.toBeInstanceOf(StoreUnavailable);
  await expect(things.get('a')).rejects.toBeInstanceOf(StoreUnavailable);
});

describe('a collection whose spec changed', () => {
  const text = { name: 'things', fields: { size: 'string' }, indexes: [{ name: 'bySize', on: ['size'] }] } as const;
  const number = { name: 'things', fields: { size: 'number' }, indexes: [{ name: 'bySize', on: ['size'] }] } as const;

  test('reads an index field anew as another type', async () => {
    const { store } = await openWithDatabase();
    await (await store.collection({ name: 'things', fields: {}, indexes: [] })).insert('a', { size: 5 });
    await (await store.collection(number)).insert('b', { size: 10 });

    await expect(store.collection(text)).rejects.toThrow('things.size must be a string');
    expect(await (await store.collection(number)).list('bySize', [], { from: 2 })).toHaveLength(2);
    await store.close();
  });

  test('lets go of an index that is gone', async () => {
    const { store } = await openWithDatabase();
    const unique = { ...text, indexes: [{ name: 'bySize', on: ['size'], unique: true }] } as const;
    await (await store.collection(unique)).insert('a', { size: 'L' });

    await (await store.collection(text)).insert('b', { size: 'L' });
    await expect(store.collection(unique)).rejects.toBeInstanceOf(Duplicate);
    expect(await (await store.collection(text)).count('bySize', ['L'])).toBe(2);

    await (await store.collection({ name: 'things', fields: {}, indexes: [] })).insert('c', { size: 7 });
    await store.close();
  });

  test.each([
    ['a name with a quote', { name: 'a"b', fields: {}, indexes: [] }],
    ['an index on an undeclared field', { name: 'things', fields: {}, indexes: [{ name: 'bySize', on: ['size'] }] }],
    ['an index on nothing', { name: 'things', fields: {}, indexes: [{ name: 'bySize', on: [] }] }],
  ])('refuses %s', async (_, spec) => {
    const { store } = await openWithDatabase();

    await expect(store.collection(spec)).rejects.toBeInstanceOf(TypeError);
    await store.close();
  });
});

test('reads lists straight off an index, whichever way', async () => {
  const { store, reading } = await openWithDatabase();
  const spy: string[] = [];
  const all = reading.all.bind(reading);
  reading.all = (sql, values) => {
    spy.push(sql);
    return all(sql, values);
  };
  const things = await store.collection({
    name: 'things',
    fields: { team: 'string', key: 'string', dueAt: 'date' },
    indexes: [
      { name: 'due', on: ['team', 'dueAt'] },
      { name: 'byKey', on: ['team', 'key'], unique: true },
    ],
  });
  spy.length = 0;
  await things.list('due', ['T1'], { to: new Date(0), limit: 1 });
  await things.list('due', ['T1'], { from: new Date(0), descending: true });
  await things.list('byKey', ['T1', 'k']);
  await things.list('byKey', ['T1']);

  const plans = spy.map((sql) => {
    const values = sql
      .split('?')
      .slice(1)
      .map(() => 'x');
    return all(`EXPLAIN QUERY PLAN ${sql}`, values).map((row) => row['detail']);
  });
  // "IS NOT NULL" shows as ">?"; a sort of its own would show as a second step.
  expect(plans).toEqual([
    ['SEARCH things USING INDEX things_due (field_team=? AND field_dueAt>? AND field_dueAt<?)'],
    ['SEARCH things USING INDEX things_due (field_team=? AND field_dueAt>?)'],
    ['SEARCH things USING INDEX things_byKey (field_team=? AND field_key=?)'],
    ['SEARCH things USING INDEX things_byKey (field_team=? AND field_key>?)'],
  ]);
  await store.close();
});
