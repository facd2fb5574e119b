import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Documents } from '../../src/ports/documents.ts';
import { mutate, TooContended } from '../../src/store/mutate.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';

interface Counter {
  total: number;
}

let temporary: TemporaryStore;
let counters: Documents<Counter>;
const addOne = ({ total }: Counter) => ({ total: total + 1 });
const atOnce = () => 0;

beforeEach(async () => {
  temporary = await openTemporaryStore();
  counters = await temporary.store.collection<Counter>({ name: 'counters', fields: {}, indexes: [] });
  await counters.insert('a', { total: 0 });
});

afterEach(() => temporary.close());

/** Changes the document behind the caller's back before each of the first `times` saves. */
function contended(times: number): Documents<Counter> {
  let left = times;
  return {
    ...counters,
    get: (id) => counters.get(id),
    async replace(id, version, value) {
      if (left > 0) {
        left -= 1;
        const found = await counters.get(id);
        if (found !== null) await counters.replace(id, found.version, { total: found.value.total + 100 });
      }
      return counters.replace(id, version, value);
    },
  };
}

test('saves the change as the next version', async () => {
  expect(await mutate(counters, 'a', addOne)).toEqual({ id: 'a', version: 2, value: { total: 1 } });
});

test('answers null for a document that is not there', async () => {
  expect(await mutate(counters, 'b', addOne)).toBeNull();
});

test('leaves the document as it is when there is nothing to change', async () => {
  expect(await mutate(counters, 'a', () => null)).toEqual({ id: 'a', version: 1, value: { total: 0 } });
  expect(await counters.get('a')).toEqual({ id: 'a', version: 1, value: { total: 0 } });
});

test('runs the change anew on what others saved meanwhile', async () => {
  expect(await mutate(contended(29), 'a', addOne, atOnce)).toEqual({ id: 'a', version: 31, value: { total: 2901 } });
});

test('gives up after 30 lost races and saves nothing', async () => {
  await expect(mutate(contended(30), 'a', addOne, atOnce)).rejects.toBeInstanceOf(TooContended);
  expect(await counters.get('a')).toEqual({ id: 'a', version: 31, value: { total: 3000 } });
});

test('passes on what the change throws, without saving', async () => {
  const refuse = () => {
    throw new RangeError('no');
  };

  await expect(mutate(counters, 'a', refuse)).rejects.toBeInstanceOf(RangeError);
  expect(await counters.get('a')).toMatchObject({ version: 1 });
});
