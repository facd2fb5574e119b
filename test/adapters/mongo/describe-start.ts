import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { mongo } from 'mongoose';
import { openMongoStore } from '../../../src/adapters/mongo/documents.ts';
import { filterOf, sortOf } from '../../../src/adapters/mongo/index-queries.ts';
import { type DocumentStore, type IndexSpec, StoreUnavailable, StoreUnusable } from '../../../src/ports/documents.ts';
import { at, type Task, tasks } from '../../contracts/tasks.ts';
import { eventually } from '../../support/eventually.ts';
import { startMongoProxy } from '../../support/mongo-proxy.ts';
import { freshDatabase, inDatabase, silent, withDatabase } from './temporary-database.ts';

const OTHER_INDEX = new StoreUnusable(
  'The index due of the collection tasks is not as this release needs it: drop the one that is there, and start again.',
);

/** How a store opens on what it finds in MongoDB. */
export function describeStart(server: string): void {
  describe('a store that opens on MongoDB', () => {
    let uri: string;
    let store: DocumentStore;

    beforeEach(async () => {
      uri = freshDatabase(server);
      store = await openMongoStore({ uri, log: silent });
    });

    afterEach(async () => {
      await store.close();
      await withDatabase(uri, (database) => database.dropDatabase());
    });

    const inTasks = <R>(work: (collection: mongo.Collection<{ _id: string }>) => Promise<R>) =>
      withDatabase(uri, (database) => work(database.collection('tasks')));

    test('makes the indexes that are declared and leaves those that an operator has added', async () => {
      await inTasks((collection) => collection.createIndex({ 'value.done': 1 }, { name: 'ofAnOperator' }));
      await store.collection<Task>(tasks);
      await store.collection<Task>(tasks);

      const team = { 'value.team': { $type: 'string' } };
      const found = await inTasks((collection) => collection.listIndexes().toArray());
      expect(
        found.map(({ name, key, unique, partialFilterExpression: only }) => ({ name, key, unique, only })),
      ).toEqual([
        { name: '_id_', key: { _id: 1 } },
        { name: 'ofAnOperator', key: { 'value.done': 1 } },
        {
          name: 'byKey',
          key: { 'value.team': 1, 'value.key': 1 },
          unique: true,
          only: { ...team, 'value.key': { $type: 'string' } },
        },
        {
          name: 'due',
          key: { 'value.team': 1, 'value.dueAt': 1, _id: 1 },
          only: { ...team, 'value.dueAt': { $type: 'date' } },
        },
        {
          name: 'ranked',
          key: { 'value.team': 1, 'value.priority': 1, 'value.dueAt': 1, _id: 1 },
          only: { ...team, 'value.priority': { $type: 'number' }, 'value.dueAt': { $type: 'date' } },
        },
      ]);
    });

    test('refuses an index of the same name that is another', async () => {
      await inTasks((collection) => collection.createIndex({ 'value.dueAt': 1 }, { name: 'due' }));

      await expect(store.collection(tasks)).rejects.toEqual(OTHER_INDEX);
    });

    test('makes no second index where the same one has another name', async () => {
      const due = { ...tasks, indexes: [{ name: 'due', on: ['dueAt'] }] };
      await store.collection({ ...tasks, indexes: [{ name: 'byDueDate', on: ['dueAt'] }] });
      await store.collection(due);

      const found = await inTasks((collection) => collection.listIndexes().toArray());
      expect(found.map(({ name }) => name)).toEqual(['_id_', 'byDueDate']);
    });

    test('refuses documents that collide in a unique index', async () => {
      const documents = await store.collection<Task>({ ...tasks, indexes: [] });
      await documents.insert('a', { team: 'T1', key: 'k' });
      await documents.insert('b', { team: 'T1', key: 'k' });

      await expect(store.collection(tasks)).rejects.toEqual(
        new StoreUnusable(
          'The unique index byKey of the collection tasks cannot be made, since some documents have the same values in it: remove all but one, and start again.',
        ),
      );
    });

    test('goes on refusing what it finds when MongoDB comes later', async () => {
      await inTasks((collection) => collection.createIndex({ 'value.dueAt': 1 }, { name: 'due' }));
      const proxy = await startMongoProxy(uri);
      await proxy.goDown();
      const late = await openMongoStore({ uri: proxy.uri, log: silent });
      const documents = await late.collection<Task>(tasks);

      await proxy.comeUp();
      await eventually(() => expect(late.ping()).rejects.toEqual(OTHER_INDEX));

      await expect(documents.get('a')).rejects.toEqual(OTHER_INDEX);
      await late.close();
      await proxy.close();
    });

    test('opens for four processes at the same time', async () => {
      const opened = await Promise.all([1, 2, 3, 4].map(() => openMongoStore({ uri, log: silent })));
      const collections = await Promise.all(opened.map((each) => each.collection<Task>(tasks)));
      await Promise.all(collections.map((documents, n) => documents.insert(`id${n}`, { team: 'T1', dueAt: at(n) })));

      expect(await collections[0]?.count('due', ['T1'])).toBe(4);
      await Promise.all(opened.map((each) => each.close()));
    });

    test('takes the database convene where the address names none', async () => {
      const proxy = await startMongoProxy(inDatabase(server, ''));
      const unnamed = await openMongoStore({ uri: proxy.uri, log: silent });
      await unnamed.collection({ name: 'nothing', fields: {}, indexes: [] });

      expect(proxy.commands.find((command) => 'listIndexes' in command)).toMatchObject({ $db: 'convene' });
      await unnamed.close();
      await proxy.close();
    });

    test('refuses an address with an option that does not exist, and does not repeat it', async () => {
      const refusal = openMongoStore({ uri: 'mongodb://me:canary@127.0.0.1/?canary=1', log: silent });

      await expect(refusal).rejects.toEqual(
        new StoreUnusable('DATABASE_URL is no address that MongoDB understands: check its options.'),
      );
    });

    test('is unavailable once closed', async () => {
      const documents = await store.collection<Task>(tasks);
      await store.close();

      await expect(store.ping()).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(documents.get('a')).rejects.toBeInstanceOf(StoreUnavailable);
    });

    test.each<[string, readonly ('T1' | Date | number)[], object]>([
      ['due', ['T1'], { to: at(5) }],
      ['due', ['T1'], {}],
      ['due', [], { from: 'T1' }],
      ['ranked', ['T1', 3], { to: at(5) }],
      ['byKey', ['T1'], {}],
    ])('reads %s straight off its index for %j within %j', async (name, equals, range) => {
      const documents = await store.collection<Task>(tasks);
      for (let n = 0; n < 30; n += 1) {
        await documents.insert(`id${n}`, { team: `T${n % 3}`, key: `k${n}`, dueAt: at(n), priority: n % 5 });
      }
      const index = tasks.indexes.find((candidate) => candidate.name === name) as IndexSpec;

      const plan = await inTasks((collection) =>
        collection
          .find(filterOf(tasks, index, equals, range))
          .sort(sortOf(index))
          .limit(2)
          .explain('queryPlanner'),
      );
      expect(indexesIn(plan)).toEqual([name]);
      // PostgreSQL sorts so few rows again, whatever their order.
      if (!('postgresPlan' in plan)) expect(JSON.stringify(plan['queryPlanner'].winningPlan)).not.toContain('"SORT"');
    });
  });
}

/** The indexes that are read, in mongod's plan or in that of PostgreSQL. */
function indexesIn(plan: mongo.Document): string[] {
  const winner: unknown = plan['postgresPlan'] ?? plan['queryPlanner'].winningPlan;
  return [...JSON.stringify(winner).matchAll(/"(?:Index Name|indexName)":"(?!_id_)(\w+)"/g)]
    .map(([, name = '']) => name)
    .filter((name, at, all) => all.indexOf(name) === at);
}
