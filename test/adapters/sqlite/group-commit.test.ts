import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { GroupCommit } from '../../../src/adapters/sqlite/group-commit.ts';
import { type Database, openDatabase } from '../../../src/adapters/sqlite/shim.ts';
import { Duplicate, StoreUnavailable } from '../../../src/ports/documents.ts';
import { eventually } from '../../support/eventually.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.ts';

let folder: TemporaryFolder;
let database: Database;
let other: Database;
let group: GroupCommit;
/** What ended a transaction, in order. */
let ends: string[];

beforeEach(async () => {
  folder = await makeTemporaryFolder();
  const path = join(folder.directory, 'test.db');
  database = await openDatabase(path, { busyTimeoutMs: 0 });
  database.all('PRAGMA journal_mode = WAL');
  database.exec('CREATE TABLE things (id TEXT PRIMARY KEY, note TEXT)');
  other = await openDatabase(path, { busyTimeoutMs: 0 });
  group = new GroupCommit(database);
  ends = [];
  const run = database.run.bind(database);
  database.run = (sql, values) => {
    if (/^(COMMIT|ROLLBACK)/.test(sql)) ends.push(sql);
    return run(sql, values);
  };
});

afterEach(async () => {
  database.close();
  other.close();
  await folder.remove();
});

const insert = (id: string, note = '') => database.run('INSERT INTO things (id, note) VALUES (?, ?)', [id, note]);
const stored = () => other.all('SELECT id FROM things ORDER BY id').map(({ id }) => id);

test('what comes together shares one commit, and is answered when others can see it', async () => {
  const seen = await Promise.all(
    ['a', 'b', 'c'].map(async (id) => {
      await group.run(() => insert(id));
      return stored();
    }),
  );

  expect(seen).toEqual([
    ['a', 'b', 'c'],
    ['a', 'b', 'c'],
    ['a', 'b', 'c'],
  ]);
  expect(ends).toEqual(['COMMIT']);
});

test('what comes in the next turns joins, but not for ever', async () => {
  const first = group.run(() => insert('first'));
  let joined = 0;
  const joinEachTurn = () => {
    if (ends.length > 0) return;
    joined += 1;
    void group.run(() => insert(`joined ${joined}`));
    setImmediate(joinEachTurn);
  };
  joinEachTurn();
  await first;

  expect(joined).toBeGreaterThan(1);
  expect(joined).toBeLessThan(20);
});

test('one that is taken already is refused alone, when what took it is on the disk', async () => {
  const first = group.run(() => insert('a'));
  const refusal = group.run(() => insert('a')).catch((error: unknown) => ({ error, stored: stored() }));
  const last = group.run(() => insert('b'));

  expect(await refusal).toEqual({ error: expect.any(Duplicate), stored: ['a', 'b'] });
  expect(await Promise.all([first, last])).toEqual([1, 1]);
});

test('a value that cannot be written is refused alone', async () => {
  const refused = group.run(() => insert('a', 'half a pair \ud83d'));
  const kept = group.run(() => insert('b'));

  await expect(refused).rejects.toThrow(TypeError);
  expect(await kept).toBe(1);
  expect(stored()).toEqual(['b']);
});

test('when the disk is full, all of the group are told that nothing was saved', async () => {
  const pages = Number(database.all('PRAGMA page_count')[0]?.['page_count']);
  database.all(`PRAGMA max_page_count = ${pages}`);

  const together = await Promise.allSettled(
    ['', 'x'.repeat(20_000)].map((note, index) => group.run(() => insert(`${index}`, note))),
  );

  expect(together.map((each) => each.status === 'rejected' && each.reason)).toEqual([
    expect.any(StoreUnavailable),
    expect.any(StoreUnavailable),
  ]);
  expect(stored()).toEqual([]);
  expect(await group.run(() => insert('small'))).toBe(1);
});

test('when the commit itself fails, all of the group are told so', async () => {
  const run = database.run;
  database.run = (sql, values) => {
    if (sql === 'COMMIT') throw new StoreUnavailable('the disk is gone');
    return run(sql, values);
  };

  const together = await Promise.allSettled(['a', 'b'].map((id) => group.run(() => insert(id))));

  expect(together.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(ends).toEqual(['ROLLBACK']);
  expect(stored()).toEqual([]);
});

describe('while the disk is at work', () => {
  let reachDisk: () => void;
  let flushes: number;

  beforeEach(() => {
    flushes = 0;
    database.flush = () => {
      flushes += 1;
      return new Promise((resolve) => {
        reachDisk = resolve;
      });
    };
  });

  test('nobody is answered, and what can be seen already is not told', async () => {
    const told: string[] = [];
    const written = group.run(() => insert('a')).then(() => told.push('written'));
    await eventually(() => expect(stored()).toEqual(['a']));
    const read = group.flushed().then(() => told.push('read'));
    await sleep(20);
    expect(told).toEqual([]);

    reachDisk();
    await Promise.all([written, read]);
    expect(told).toEqual(['written', 'read']);
  });

  test('the next ones gather, and share one flush', async () => {
    const first = group.run(() => insert('a'));
    await eventually(() => expect(flushes).toBe(1));
    const next = ['b', 'c'].map((id) => group.run(() => insert(id)));
    await sleep(20);
    expect(stored()).toEqual(['a']);

    reachDisk();
    await first;
    await eventually(() => expect(flushes).toBe(2));
    reachDisk();
    await Promise.all(next);
    expect([stored(), ends]).toEqual([
      ['a', 'b', 'c'],
      ['COMMIT', 'COMMIT'],
    ]);
  });
});

test('once the disk has refused a flush, nothing is written or told any more', async () => {
  const lost = new StoreUnavailable('the disk is gone', { mayBeSaved: true });
  let refuse = () => {};
  database.flush = () =>
    new Promise((_, reject) => {
      refuse = () => reject(lost);
    });

  const first = group.run(() => insert('a'));
  await eventually(() => expect(stored()).toEqual(['a']));
  const next = group.run(() => insert('b'));
  const told = Promise.allSettled([first, next, group.flushed()]);
  refuse();

  expect(await told).toEqual([lost, lost, lost].map((reason) => ({ status: 'rejected', reason })));
  await expect(group.run(() => insert('c'))).rejects.toBe(lost);
  expect(stored()).toEqual(['a']);
});

test('while another process holds the lock, it is told so, and nothing is left open', async () => {
  other.exec('BEGIN IMMEDIATE');
  await expect(group.run(() => insert('a'))).rejects.toBeInstanceOf(StoreUnavailable);
  other.exec('ROLLBACK');

  expect(await group.run(() => insert('a'))).toBe(1);
  expect(stored()).toEqual(['a']);
});
