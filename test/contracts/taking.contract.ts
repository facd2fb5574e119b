import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Documents } from '../../src/ports/documents.ts';
import { at, idsOf, type OpenedStore, type Task, tasks } from './tasks.ts';

/** How the first due document is claimed: once, whole, and by one claimer. */
export function describeTaking(name: string, open: () => Promise<OpenedStore>): void {
  describe(`taking in ${name}`, () => {
    let opened: OpenedStore;
    let documents: Documents<Task>;

    beforeEach(async () => {
      opened = await open();
      documents = await opened.store.collection<Task>(tasks);
    });

    afterEach(() => opened.close());

    test('patches the first due document and leaves the rest of it', async () => {
      await documents.insert('later', { team: 'T1', dueAt: at(20) });
      await documents.insert('first', { team: 'T1', dueAt: at(10), key: 'k', priority: 3 });
      await documents.insert('other', { team: 'T2', dueAt: at(1) });

      const patch = { set: { dueAt: at(50), done: true, key: null }, increment: ['attempts', 'priority'] };
      const taken = await documents.take('due', ['T1'], at(20), patch);

      const value = { team: 'T1', dueAt: at(50), priority: 4, done: true, attempts: 1 };
      expect(taken).toEqual({ id: 'first', version: 2, value });
      expect(await documents.get('first')).toEqual(taken);
      expect(idsOf(await documents.list('due', ['T1']))).toEqual(['later', 'first']);
      expect(await documents.count('byKey', ['T1'])).toBe(0);
    });

    test('takes what is due at the very instant and nothing after it', async () => {
      await documents.insert('a', { team: 'T1', dueAt: at(10) });

      expect(await documents.take('due', ['T1'], new Date(at(10).getTime() - 1), { set: { dueAt: null } })).toBeNull();
      expect(await documents.take('due', ['T1'], at(10), { set: { dueAt: null } })).toMatchObject({
        id: 'a',
        version: 2,
      });
      expect(await documents.take('due', ['T1'], at(10), { set: { dueAt: null } })).toBeNull();
    });

    test('never takes a document without the field', async () => {
      await documents.insert('missing', { team: 'T1' });
      await documents.insert('null', { team: 'T1', dueAt: null });

      expect(await documents.take('due', ['T1'], at(59), { set: { dueAt: null } })).toBeNull();
    });

    test('changes nothing when the patch cannot be applied', async () => {
      await documents.insert('a', { team: 'T1', dueAt: at(10) });

      await expect(
        documents.take('due', ['T1'], at(10), { set: { dueAt: at(50) }, increment: ['team'] }),
      ).rejects.toThrow();
      expect(await documents.get('a')).toEqual({ id: 'a', version: 1, value: { team: 'T1', dueAt: at(10) } });
    });

    test('says that nothing is due only when nothing is, however many claim', async () => {
      for (let round = 0; round < 20; round += 1) {
        const ids = Array.from({ length: 8 }, (_, n) => `round${round}-${n}`);
        await Promise.all(ids.map((id) => documents.insert(id, { team: 'T1', dueAt: at(10) })));

        const patch = { set: { dueAt: null } };
        const taken = await Promise.all(ids.map(() => documents.take('due', ['T1'], at(10), patch)));

        expect(taken.map((document) => document?.id).sort()).toEqual(ids);
      }
    });

    test('gives each of 1,000 documents to one of eight claimers', async () => {
      const ids = Array.from({ length: 1_000 }, (_, n) => `id${String(n).padStart(3, '0')}`);
      const insertEveryEighth = async (_: unknown, first: number) => {
        for (let n = first; n < ids.length; n += 8)
          await documents.insert(`${ids[n]}`, { team: 'T1', dueAt: at(n % 50) });
      };
      await Promise.all(Array.from({ length: 8 }, insertEveryEighth));
      const claimed: string[] = [];

      const claim = async () => {
        const patch = { set: { dueAt: null }, increment: ['attempts'] };
        for (let got = await documents.take('due', ['T1'], at(59), patch); got !== null; ) {
          claimed.push(got.id);
          got = await documents.take('due', ['T1'], at(59), patch);
        }
      };
      await Promise.all(Array.from({ length: 8 }, claim));

      expect(claimed.toSorted()).toEqual(ids);
      const attempts = (await documents.getMany(ids)).map(({ value }) => value.attempts);
      expect(new Set(attempts)).toEqual(new Set([1]));
    });
  });
}
