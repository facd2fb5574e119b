import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Documents } from '../../src/ports/documents.ts';
import type { OpenedStore } from './tasks.ts';

/** Which values come back exactly as they were, and which are refused before anything is written. */
export function describeStoredValues(name: string, open: () => Promise<OpenedStore>): void {
  describe(`values in ${name}`, () => {
    let opened: OpenedStore;
    let documents: Documents<object>;
    let lastId = 0;
    const freshId = () => `id${++lastId}`;

    beforeAll(async () => {
      opened = await open();
      documents = await opened.store.collection({
        name: 'things',
        fields: { title: 'string', dueAt: 'date', size: 'number' },
        indexes: [{ name: 'byTitle', on: ['title'] }],
      });
    });

    afterAll(() => opened.close());

    test.each<[string, object]>([
      ['nothing', {}],
      ['texts', { empty: '', quotes: `'"\`;--`, nul: 'a\0b', lines: 'a\r\n\u2028b' }],
      ['numbers', { zero: 0, small: -1.5, large: Number.MAX_SAFE_INTEGER, huge: 1.7e308, tiny: 5e-324 }],
      ['booleans and null', { yes: true, no: false, nothing: null }],
      ['dates', { epoch: new Date(0), old: new Date(-1), now: new Date(1_767_603_600_123), far: new Date(8.64e15) }],
      ['dates far inside', { list: [{ at: new Date(5) }, [new Date(6)]] }],
      ['texts that look like dates', { iso: '2026-01-05T09:00:00.000Z', own: { $date: '2026-01-05T09:00:00.000Z' } }],
      ['keys with signs', { inner: { $set: { $inc: 1, $$date: 'x' }, 'a.b': 1, '': 2, 'with "quotes"': 3 } }],
      ['empty and nested lists', { empty: [], nested: [[], [1, [2, [null, {}]]]] }],
      ['letters of every script', { title: 'Zażółć 会議 👩‍👩‍👧 ‮‭ é é' }],
      ['names of what objects inherit', { constructor: 'a', toString: null, hasOwnProperty: { valueOf: 1 } }],
    ])('come back exactly: %s', async (_, value) => {
      const id = freshId();
      await documents.insert(id, value);

      expect(await documents.get(id)).toStrictEqual({ id, version: 1, value });
    });

    test('come back exactly: a key named __proto__', async () => {
      const id = freshId();
      const value = JSON.parse('{"__proto__": {"admin": true}, "inner": {"__proto__": 1}}') as object;
      await documents.insert(id, value);

      const found = await documents.get(id);
      expect(JSON.stringify(found?.value)).toBe(JSON.stringify(value));
      expect(Object.getPrototypeOf(found?.value)).toBe(Object.prototype);
      expect(({} as { admin?: true }).admin).toBeUndefined();
    });

    test('are found by index in any script, compared to the letter', async () => {
      const titles = ['Über', 'über', 'U\u0308ber', '会議', '👍', "'; DROP TABLE things; --"];
      for (const title of titles) await documents.insert(freshId(), { title });

      for (const title of titles) {
        expect((await documents.list('byTitle', [title])).map(({ value }) => value)).toEqual([{ title }]);
      }
    });

    test('come back exactly: a meeting of 500 people', async () => {
      const id = freshId();
      const invitees = Array.from({ length: 500 }, (_, n) => ({
        id: `i${n}`,
        name: `Person ${n} 👋`,
        email: `person.${n}@example.com`,
        invitedAt: new Date(1_767_603_600_000 + n),
        linkVersion: n,
      }));
      await documents.insert(id, { title: 'All hands', invitees });

      expect(await documents.get(id)).toEqual({ id, version: 1, value: { title: 'All hands', invitees } });
    });

    class Person {
      readonly name = 'Alice';
    }
    const circular: { self?: object } = {};
    circular.self = circular;

    test.each<[string, object, string]>([
      ['undefined', { a: { b: undefined } }, 'things.a.b'],
      ['a hole in a list', { list: new Array(2) }, 'things.list[0]'],
      ['NaN', { list: [1, Number.NaN] }, 'things.list[1]'],
      ['infinity', { a: Number.POSITIVE_INFINITY }, 'things.a'],
      ['an invalid date', { a: [{ at: new Date(Number.NaN) }] }, 'things.a[0].at'],
      ['a function', { a: () => 1 }, 'things.a'],
      ['a symbol', { a: Symbol('x') }, 'things.a'],
      ['a bigint', { a: 1n }, 'things.a'],
      ['an instance of a class', { who: new Person() }, 'things.who'],
      ['a map', { a: new Map() }, 'things.a'],
      ['a buffer', { a: Buffer.from('x') }, 'things.a'],
      ['a document that is an instance', new Person(), 'things'],
      ['a circle', circular, 'things.self.self'],
      ['half a surrogate pair', { list: ['half \ud83d'] }, 'things.list[0]'],
      ['a key with half a surrogate pair', { a: { '\udc4d': 1 } }, 'things.a'],
      ['a key with a NUL character', { a: { 'b\0': 1 } }, 'things.a'],
      ['what passes for a value of BSON', { a: { _bsontype: 'Long' } }, 'things.a'],
      ['what passes for a reference', { a: [{ $ref: 'meetings', $id: 'm1' }] }, 'things.a[0]'],
      ['a NUL character in an index', { title: 'a\0b' }, 'things.title'],
      ['a text in an index of dates', { dueAt: '2026-01-05' }, 'things.dueAt'],
      ['a date in an index of texts', { title: new Date(0) }, 'things.title'],
      ['a text in an index of numbers', { size: '5' }, 'things.size'],
      ['an object in an index', { title: { $ne: null } }, 'things.title'],
    ])('are refused with their path: %s', async (_, value, path) => {
      const id = freshId();

      const refusal = documents.insert(id, value);
      await expect(refusal).rejects.toBeInstanceOf(TypeError);
      await expect(refusal).rejects.toThrow(path);
      expect(await documents.get(id)).toBeNull();
    });

    test('are refused when replacing too, and what was there stays', async () => {
      const id = freshId();
      await documents.insert(id, { title: 'kept' });

      await expect(documents.replace(id, 1, { title: undefined })).rejects.toThrow('things.title');
      expect(await documents.get(id)).toEqual({ id, version: 1, value: { title: 'kept' } });
    });

    test.each(['', 'a\0b', 'half \ud83d'])('an id may not be %j', async (id) => {
      await expect(documents.insert(id, {})).rejects.toBeInstanceOf(TypeError);
    });

    test.each(['a\0b', 'half \ud83d'])(
      'nothing is looked up by %j, which could be taken for another text',
      async (text) => {
        await expect(documents.list('byTitle', [text])).rejects.toBeInstanceOf(TypeError);
        await expect(documents.get(text)).rejects.toBeInstanceOf(TypeError);
      },
    );
  });
}
