import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openSeen, type Seen } from '../../src/store/seen.ts';
import { AGREED_AT } from '../support/a-meeting.ts';
import { countRows } from '../support/rows.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';

let temporary: TemporaryStore;
let seen: Seen;
beforeEach(async () => {
  temporary = await openTemporaryStore();
  seen = await openSeen(temporary.store);
});
afterEach(() => temporary.close());

const later = (seconds: number) => AGREED_AT.plus({ seconds });

test('an id is known once it was noted, also after a restart', async () => {
  const before = await seen.has('rooms', 'e1');
  await seen.note('rooms', 'e1', later(60));
  const after = await openSeen(await temporary.reopen());

  expect([before, await after.has('rooms', 'e1'), await after.has('rooms', 'e2')]).toEqual([false, true, false]);
});

test('two sources may use the same id', async () => {
  await seen.note('rooms', 'e1', later(60));

  expect(await seen.has('slack', 'e1')).toBe(false);
  expect(await seen.note('slack', 'e1', later(60))).toBe(true);
});

test('of many who note the same id, one is the first', async () => {
  const noted = await Promise.all(Array.from({ length: 10 }, () => seen.note('slack', 'e1', later(60))));

  expect(noted.filter((isFirst) => isFirst)).toHaveLength(1);
});

test('what is old is forgotten bit by bit, and nothing else', async () => {
  for (let n = 0; n < 60; n += 1) await seen.note('rooms', `old-${n}`, later(10));
  await seen.note('rooms', 'young', later(11));

  expect([await seen.forgetOld(later(10)), await seen.forgetOld(later(10))]).toEqual([true, false]);
  expect(await countRows(temporary.store)).toEqual({ seen: 1 });
  expect(await seen.has('rooms', 'young')).toBe(true);
});

test('an id that is noted for somebody is theirs until the moment it is remembered to', async () => {
  const note = (by: string, at = later(0)) => seen.noteBy('typed', 'e1', by, at, at.plus({ seconds: 10 }));

  expect(await Promise.all(['a', 'a', 'b'].map((by) => note(by)))).toEqual([true, true, false]);
  expect([await note('b', later(9)), await note('b', later(10)), await note('a', later(19))]).toEqual([
    false,
    true,
    false,
  ]);
});

test('an id is forgotten by whom it was noted for alone', async () => {
  const note = (by: string) => seen.noteBy('typed', 'e1', by, later(0), later(10));
  await note('a');
  await seen.forgetBy('typed', 'e1', 'b');
  const asB = await note('b');
  await seen.forgetBy('typed', 'e1', 'a');

  expect([asB, await note('b')]).toEqual([false, true]);
});
