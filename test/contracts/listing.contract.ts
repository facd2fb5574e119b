import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Documents } from '../../src/ports/documents.ts';
import { at, idsOf, type OpenedStore, type Task, tasks } from './tasks.ts';

/** What an index lists, in which order, and what may not be asked of it. */
export function describeListing(name: string, open: () => Promise<OpenedStore>): void {
  describe(`lists in ${name}`, () => {
    let opened: OpenedStore;
    let documents: Documents<Task>;

    beforeEach(async () => {
      opened = await open();
      documents = await opened.store.collection<Task>(tasks);
      await documents.insert('late', { team: 'T1', dueAt: at(30), priority: 1 });
      await documents.insert('b', { team: 'T1', dueAt: at(10), priority: 10 });
      await documents.insert('a', { team: 'T1', dueAt: at(10), priority: 2 });
      await documents.insert('middle', { team: 'T1', dueAt: at(20), priority: 2 });
      await documents.insert('undated', { team: 'T1', priority: 2 });
      await documents.insert('null', { team: 'T1', dueAt: null });
      await documents.insert('other', { team: 'T2', dueAt: at(10), priority: -1.5 });
    });

    afterEach(() => opened.close());

    test.each([
      ['all of an index, then by id', 'due', [], {}, ['a', 'b', 'middle', 'late', 'other']],
      ['what equals the first field', 'due', ['T1'], {}, ['a', 'b', 'middle', 'late']],
      ['what equals all fields', 'due', ['T1', at(10)], {}, ['a', 'b']],
      ['nothing for an unknown value', 'due', ['T3'], {}, []],
      ['from a bound, inclusive', 'due', ['T1'], { from: at(20) }, ['middle', 'late']],
      ['to a bound, inclusive', 'due', ['T1'], { to: at(20) }, ['a', 'b', 'middle']],
      ['between two bounds', 'due', ['T1'], { from: at(11), to: at(29) }, ['middle']],
      ['no more than the limit', 'due', ['T1'], { limit: 2 }, ['a', 'b']],
      ['none with a limit of none', 'due', ['T1'], { limit: 0 }, []],
      ['backwards, ids too', 'due', ['T1'], { descending: true }, ['late', 'middle', 'b', 'a']],
      ['the last ones up to a bound', 'due', ['T1'], { to: at(20), limit: 2, descending: true }, ['middle', 'b']],
      ['by number, not by digits', 'ranked', ['T1'], {}, ['late', 'a', 'middle', 'b']],
      ['a range of numbers', 'ranked', ['T1'], { from: 2, to: 9 }, ['a', 'middle']],
      ['a number and a range of dates', 'ranked', ['T1', 2], { from: at(15) }, ['middle']],
      ['a bound on the first field', 'due', [], { from: 'T2' }, ['other']],
    ] as const)('%s', async (_, index, equals, range, ids) => {
      expect(idsOf(await documents.list(index, equals, range))).toEqual(ids);
    });

    test('count what is listed', async () => {
      expect(await documents.count('due', ['T1'])).toBe(4);
      expect(await documents.count('ranked', ['T1', 2])).toBe(2);
      expect(await documents.count('due', ['T3'])).toBe(0);
      expect(await documents.count('due', ['T1'], { from: at(20) })).toBe(2);
      expect(await documents.count('due', ['T1'], { from: at(11), to: at(29) })).toBe(1);
    });

    test.each([
      ['from the first', null, 3, ['a', 'b', 'late']],
      ['after one that is there', 'late', 2, ['middle', 'null']],
      ['after one that is gone', 'm', 10, ['middle', 'null', 'other', 'undated']],
      ['after the last', 'undated', 10, []],
    ])('turn the pages of all documents by id, %s', async (_, after, limit, ids) => {
      expect(idsOf(await documents.page(after, limit))).toEqual(ids);
    });

    test('follow a document that is replaced or removed', async () => {
      await documents.replace('a', 1, { team: 'T1', dueAt: at(40) });
      await documents.remove('middle');

      expect(idsOf(await documents.list('due', ['T1']))).toEqual(['b', 'late', 'a']);
      expect(await documents.get('middle')).toBeNull();
    });

    test.each([
      ['an unknown index', 'nowhere', ['T1'], {}],
      ['a value of another type', 'due', ['T1', '2026-01-05'], {}],
      ['a bound of another type', 'due', ['T1'], { from: 5 }],
      ['more values than the index has fields', 'due', ['T1', at(1), 'x'], {}],
      ['a limit that is no whole number', 'due', ['T1'], { limit: 1.5 }],
    ] as const)('refuses to list by %s', async (_, index, equals, range) => {
      await expect(documents.list(index, equals, range)).rejects.toBeInstanceOf(TypeError);
    });
  });
}
