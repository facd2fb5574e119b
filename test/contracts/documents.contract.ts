import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Documents, Duplicate } from '../../src/ports/documents.ts';
import { mutate } from '../../src/store/mutate.ts';
import { describeListing } from './listing.contract.ts';
import { describeStoredValues } from './stored-values.contract.ts';
import { describeTaking } from './taking.contract.ts';
import { at, idsOf, type OpenedStore, type Task, tasks } from './tasks.ts';

/** What the product relies on, whatever keeps the documents. Every adapter of the port passes this. */
export function describeDocuments(name: string, open: () => Promise<OpenedStore>): void {
  describe(`documents in ${name}`, () => {
    let opened: OpenedStore;
    let documents: Documents<Task>;

    beforeEach(async () => {
      opened = await open();
      documents = await opened.store.collection<Task>(tasks);
    });

    afterEach(() => opened.close());

    test('gives back what was inserted, as version 1', async () => {
      const inserted = await documents.insert('a', { team: 'T1', dueAt: at(1) });

      expect(inserted).toEqual({ id: 'a', version: 1, value: { team: 'T1', dueAt: at(1) } });
      expect(await documents.get('a')).toEqual(inserted);
      expect(await documents.get('b')).toBeNull();
    });

    test('refuses an id that is taken and keeps the first document', async () => {
      await documents.insert('a', { team: 'T1' });

      await expect(documents.insert('a', { team: 'T2' })).rejects.toBeInstanceOf(Duplicate);
      expect(await documents.get('a')).toEqual({ id: 'a', version: 1, value: { team: 'T1' } });
    });

    test('refuses the values of a unique index that are taken, when inserting and when replacing', async () => {
      await documents.insert('a', { team: 'T1', key: 'k' });
      await documents.insert('b', { team: 'T2', key: 'k' });

      await expect(documents.insert('c', { team: 'T1', key: 'k' })).rejects.toBeInstanceOf(Duplicate);
      await expect(documents.replace('b', 1, { team: 'T1', key: 'k' })).rejects.toBeInstanceOf(Duplicate);
      expect(await documents.getMany(['b', 'c'])).toEqual([{ id: 'b', version: 1, value: { team: 'T2', key: 'k' } }]);
    });

    test('lets one of many racing inserts of a key win', async () => {
      const racing = Array.from({ length: 30 }, (_, n) => documents.insert(`id${n}`, { team: 'T1', key: 'k' }));
      const outcomes = await Promise.allSettled(racing);

      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await documents.count('byKey', ['T1'])).toBe(1);
    });

    test('lets missing and null values of a unique index be there many times', async () => {
      await documents.insert('a', { team: 'T1' });
      await documents.insert('b', { team: 'T1' });
      await documents.insert('c', { team: 'T1', key: null });
      await documents.insert('d', { team: 'T1', key: null });

      expect(idsOf(await documents.getMany(['a', 'b', 'c', 'd'])).sort()).toEqual(['a', 'b', 'c', 'd']);
    });

    test('frees the values of a unique index when the document leaves them', async () => {
      await documents.insert('a', { team: 'T1', key: 'k' });
      await documents.insert('b', { team: 'T1', key: 'l' });
      await documents.replace('a', 1, { team: 'T1' });
      await documents.remove('b');

      expect(await documents.insert('c', { team: 'T1', key: 'k' })).toMatchObject({ id: 'c' });
      expect(await documents.insert('d', { team: 'T1', key: 'l' })).toMatchObject({ id: 'd' });
    });

    test('gets many by their ids, each once, and leaves unknown ones out', async () => {
      await documents.insert('a', { team: 'T1' });
      await documents.insert('b', { team: 'T2' });

      const found = await documents.getMany(['b', 'x', 'a', 'b']);
      expect(found.sort((one, other) => one.id.localeCompare(other.id))).toEqual([
        { id: 'a', version: 1, value: { team: 'T1' } },
        { id: 'b', version: 1, value: { team: 'T2' } },
      ]);
      expect(await documents.getMany([])).toEqual([]);
    });

    test('replaces only the version that is named', async () => {
      await documents.insert('a', { team: 'T1', attempts: 0 });

      const replaced = await documents.replace('a', 1, { team: 'T1', attempts: 1 });
      expect(replaced).toEqual({ id: 'a', version: 2, value: { team: 'T1', attempts: 1 } });
      expect(await documents.replace('a', 1, { team: 'T1', attempts: 9 })).toBeNull();
      expect(await documents.replace('gone', 1, { team: 'T1' })).toBeNull();
      expect(await documents.get('a')).toEqual(replaced);
    });

    test('lets one of many racing replacements of a version win', async () => {
      await documents.insert('a', { team: 'T1' });

      for (let version = 1; version <= 20; version += 1) {
        const racing = Array.from({ length: 8 }, (_, n) =>
          documents.replace('a', version, { team: 'T1', priority: n }),
        );
        const won = (await Promise.all(racing)).filter((replaced) => replaced !== null);

        expect(won).toEqual([await documents.get('a')]);
      }
    });

    test('loses none of many parallel changes of one document', async () => {
      await documents.insert('a', { team: 'T1', attempts: 0 });
      const addOne = (task: Task) => ({ ...task, attempts: (task.attempts ?? 0) + 1 });

      await Promise.all(Array.from({ length: 40 }, () => mutate(documents, 'a', addOne)));

      expect(await documents.get('a')).toEqual({ id: 'a', version: 41, value: { team: 'T1', attempts: 40 } });
    });

    test('removes once', async () => {
      await documents.insert('a', { team: 'T1' });

      expect(await documents.remove('a')).toBe(true);
      expect(await documents.remove('a')).toBe(false);
      expect(await documents.get('a')).toBeNull();
    });

    test('keeps collections apart', async () => {
      const notes = await opened.store.collection<Task>({ ...tasks, name: 'notes' });
      await documents.insert('a', { team: 'T1', key: 'k' });
      await notes.insert('a', { team: 'T1', key: 'k', priority: 7 });
      await documents.remove('a');

      expect(await documents.count('byKey', ['T1'])).toBe(0);
      expect(await notes.get('a')).toEqual({ id: 'a', version: 1, value: { team: 'T1', key: 'k', priority: 7 } });
    });

    test('keeps everything when closed and opened again', async () => {
      await documents.insert('a', { team: 'T1', key: 'k', dueAt: at(1) });
      const replaced = await documents.replace('a', 1, { team: 'T1', key: 'l', dueAt: at(2) });

      const again = await (await opened.reopen()).collection<Task>(tasks);
      expect(await again.list('due', ['T1'])).toEqual([replaced]);
      await expect(again.insert('b', { team: 'T1', key: 'l' })).rejects.toBeInstanceOf(Duplicate);
    });

    test('fills an index that is new on documents that are there', async () => {
      const bare = { name: 'growing', fields: {}, indexes: [] };
      const before = await opened.store.collection<Task>(bare);
      await before.insert('b', { team: 'T1', dueAt: at(2) });
      await before.insert('a', { team: 'T1', dueAt: at(1) });
      await before.insert('undated', { team: 'T1' });

      const after = await (await opened.reopen()).collection<Task>({ ...tasks, name: 'growing' });
      expect(idsOf(await after.list('due', ['T1']))).toEqual(['a', 'b']);
    });

    test('answers a ping', async () => {
      await expect(opened.store.ping()).resolves.toBeUndefined();
    });
  });

  describeListing(name, open);
  describeTaking(name, open);
  describeStoredValues(name, open);
}
