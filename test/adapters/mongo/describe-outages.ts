import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openMongoStore } from '../../../src/adapters/mongo/documents.ts';
import { type DocumentStore, type Documents, Duplicate, StoreUnavailable } from '../../../src/ports/documents.ts';
import { at, type Task, tasks } from '../../contracts/tasks.ts';
import { eventually } from '../../support/eventually.ts';
import { type MongoProxy, startMongoProxy } from '../../support/mongo-proxy.ts';
import { freshDatabase, silent, withDatabase } from './temporary-database.ts';

/** What happens when the network between us and MongoDB does what networks do. */
export function describeOutages(server: string): void {
  describe('MongoDB behind a bad network', () => {
    let database: string;
    let proxy: MongoProxy;
    let store: DocumentStore;
    let documents: Documents<Task>;

    beforeEach(async () => {
      database = freshDatabase(server);
      proxy = await startMongoProxy(database);
      store = await openMongoStore({ uri: proxy.uri, log: silent });
      documents = await store.collection<Task>(tasks);
    });

    afterEach(async () => {
      await store.close();
      await proxy.close();
      await withDatabase(database, (db) => db.dropDatabase());
    });

    const recovery = () => eventually(() => store.ping());

    test('is unready when it is away at the start, and serves as soon as it is there', async () => {
      await store.close();
      await proxy.goDown();
      store = await openMongoStore({ uri: proxy.uri, log: silent });
      documents = await store.collection<Task>(tasks);
      await expect(store.ping()).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(documents.insert('a', { team: 'T1' })).rejects.toMatchObject({ mayBeSaved: false });

      await proxy.comeUp();
      await recovery();

      expect(await documents.insert('a', { team: 'T1', key: 'k' })).toMatchObject({ id: 'a' });
      await expect(documents.insert('b', { team: 'T1', key: 'k' })).rejects.toBeInstanceOf(Duplicate);
    });

    test('is told to be gone within three seconds, and serves again without a restart', async () => {
      await documents.insert('a', { team: 'T1' });
      await proxy.goDown();
      const startedAt = performance.now();

      await expect(documents.insert('b', { team: 'T1' })).rejects.toBeInstanceOf(StoreUnavailable);
      expect(performance.now() - startedAt).toBeLessThan(3_000);
      await expect(documents.get('a')).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(store.ping()).rejects.toBeInstanceOf(StoreUnavailable);

      await proxy.comeUp();
      await recovery();
      expect(await documents.get('a')).toEqual({ id: 'a', version: 1, value: { team: 'T1' } });
    });

    test('is told to hang within three seconds, and serves again when it goes on', async () => {
      await documents.insert('a', { team: 'T1' });
      proxy.freeze();
      const startedAt = performance.now();
      const insert = documents.insert('b', { team: 'T1' });
      insert.catch(() => {});

      await expect(store.ping()).rejects.toBeInstanceOf(StoreUnavailable);
      expect(performance.now() - startedAt).toBeLessThan(3_000);
      await expect(insert).rejects.toMatchObject({ name: 'StoreUnavailable', mayBeSaved: true });
      expect(performance.now() - startedAt).toBeLessThan(10_000);

      proxy.thaw();
      await recovery();
      expect(await documents.get('a')).toEqual({ id: 'a', version: 1, value: { team: 'T1' } });
    });

    describe.each(['before', 'after'] as const)('that is cut off once, %s MongoDB acts', (when) => {
      beforeEach(async () => {
        await documents.insert('there', { team: 'T1', key: 'k', dueAt: at(1) });
      });

      test('inserts once', async () => {
        proxy.cutOn('insert', when);

        expect(await documents.insert('a', { team: 'T1', priority: 1 })).toMatchObject({ id: 'a', version: 1 });
        expect(await documents.get('a')).toEqual({ id: 'a', version: 1, value: { team: 'T1', priority: 1 } });
      });

      test('refuses to insert where an equal document of somebody else is', async () => {
        proxy.cutOn('insert', when);

        const value = { team: 'T1', key: 'k', dueAt: at(1) };
        await expect(documents.insert('there', value)).rejects.toBeInstanceOf(Duplicate);
        await expect(documents.insert('other', value)).rejects.toBeInstanceOf(Duplicate);
      });

      test('replaces once', async () => {
        proxy.cutOn('update', when);

        const replaced = await documents.replace('there', 1, { team: 'T1', priority: 1 });
        expect(replaced).toEqual({ id: 'there', version: 2, value: { team: 'T1', priority: 1 } });
        expect(await documents.get('there')).toEqual(replaced);
      });

      test('does not replace what somebody else has replaced with an equal value', async () => {
        await documents.replace('there', 1, { team: 'T2' });
        proxy.cutOn('update', when);

        expect(await documents.replace('there', 1, { team: 'T2' })).toBeNull();
      });

      test('removes', async () => {
        proxy.cutOn('delete', when);
        await documents.remove('there');

        expect(await documents.get('there')).toBeNull();
      });

      test('says that it could not take; what was taken comes back by its new due time', async () => {
        proxy.cutOn('findAndModify', when);

        const patch = { set: { dueAt: at(30) } };
        await expect(documents.take('due', ['T1'], at(5), patch)).rejects.toBeInstanceOf(StoreUnavailable);
        expect(await documents.take('due', ['T1'], at(30), patch)).toMatchObject({ id: 'there' });
      });
    });

    test('says that a document may be saved when both tries lost their answers', async () => {
      proxy.cutOn('insert', 'after');
      proxy.cutOn('insert', 'after');

      await expect(documents.insert('a', { team: 'T1' })).rejects.toMatchObject({ mayBeSaved: true });
      expect(await documents.get('a')).toEqual({ id: 'a', version: 1, value: { team: 'T1' } });
    });

    test('is asked to put every write on the disks of a majority', async () => {
      await documents.insert('a', { team: 'T1', dueAt: at(1) });
      await documents.replace('a', 1, { team: 'T1', dueAt: at(2) });
      await documents.take('due', ['T1'], at(5), { set: { done: true } });
      await documents.remove('a');

      const writes = proxy.commands.filter(
        (command) => 'insert' in command || 'update' in command || 'findAndModify' in command || 'delete' in command,
      );
      expect(writes.map(({ writeConcern }) => writeConcern)).toEqual(
        Array(4).fill({ w: 'majority', j: true, wtimeout: 5_000 }),
      );
    });
  });
}
