import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Documents } from '../../src/ports/documents.ts';
import { changeOrAdd } from '../../src/store/change-or-add.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';

interface Names {
  readonly names: readonly string[];
}

let temporary: TemporaryStore;
let documents: Documents<Names>;
beforeEach(async () => {
  temporary = await openTemporaryStore();
  documents = await temporary.store.collection({ name: 'names', fields: {}, indexes: [] });
});
afterEach(() => temporary.close());

const add = (name: string) => changeOrAdd(documents, 'all', (value) => ({ names: [...(value?.names ?? []), name] }));

test('what is missing is made, and what is there is changed', async () => {
  await add('a');
  await add('b');

  expect(await documents.get('all')).toEqual({ id: 'all', version: 2, value: { names: ['a', 'b'] } });
});

test('of many who find it missing at once, all are in it', async () => {
  const names = Array.from('abcdefgh');
  await Promise.all(names.map(add));

  expect([...((await documents.get('all'))?.value.names ?? [])].sort()).toEqual(names);
});

test.each([true, false])('null leaves it as it is, there or not: %s', async (isThere) => {
  if (isThere) await add('a');
  await changeOrAdd(documents, 'all', () => null);

  expect((await documents.get('all'))?.value ?? null).toEqual(isThere ? { names: ['a'] } : null);
});
