import { randomUUID } from 'node:crypto';
import mongoose, { type mongo } from 'mongoose';
import { pino } from 'pino';
import { openMongoStore } from '../../../src/adapters/mongo/documents.ts';
import type { DocumentStore } from '../../../src/ports/documents.ts';

export const silent = pino({ enabled: false });

/** The address with another database in it. */
export function inDatabase(uri: string, database: string): string {
  return uri.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${database}`);
}

export function freshDatabase(uri: string): string {
  return inDatabase(uri, `convene_test_${randomUUID().slice(0, 8)}`);
}

/** A real store in a database of its own. */
export async function openTemporaryDatabase(server: string) {
  const uri = freshDatabase(server);
  let store = await openMongoStore({ uri, log: silent });
  return {
    store,
    uri,
    async reopen(): Promise<DocumentStore> {
      await store.close();
      store = await openMongoStore({ uri, log: silent });
      return store;
    },
    async close(): Promise<void> {
      await store.close();
      await withDatabase(uri, (database) => database.dropDatabase());
    },
  };
}

/** Works on a database as an operator with another client would. */
export async function withDatabase<R>(uri: string, work: (database: mongo.Db) => Promise<R>): Promise<R> {
  const connection = await mongoose.createConnection(uri).asPromise();
  try {
    return await work(connection.getClient().db());
  } finally {
    await connection.destroy();
  }
}
