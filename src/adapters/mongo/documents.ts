import type { Logger } from 'pino';
import { type CollectionSpec, type DocumentStore, type Documents, StoreUnavailable } from '../../ports/documents.ts';
import { requireSoundSpec } from '../collection-spec.ts';
import { MongoDocuments } from './collection.ts';
import { connect, makeConnection, ping } from './connection.ts';
import { asStoreError } from './failures.ts';
import { prepareIndexes } from './prepare-indexes.ts';
import { schemaOf } from './schema.ts';
import { type Undertaking, untilAvailable } from './until-available.ts';

export interface MongoStoreOptions {
  /** `mongodb://` or `mongodb+srv://`; never logged. */
  readonly uri: string;
  readonly log: Pick<Logger, 'error' | 'warn' | 'info'>;
}

/**
 * MongoDB as the store: stand-alone, a replica set or a sharded cluster, as nothing here needs a transaction. Processes
 * may share it. One that starts while the server is away waits for it, unready: its calls throw `StoreUnavailable`.
 *
 * @throws StoreUnusable when the address cannot be read or MongoDB refuses its user
 */
export async function openMongoStore({ uri, log }: MongoStoreOptions): Promise<DocumentStore> {
  const connection = makeConnection();
  const closing = new AbortController();
  const collections: Undertaking[] = [];
  const connecting = untilAvailable(
    () => connect(connection, uri),
    closing.signal,
    report('MongoDB can be reached now', 'MongoDB cannot be used'),
  );
  try {
    await connecting.firstTry;
  } catch (error) {
    await close();
    throw error;
  }
  if (!connecting.isDone()) log.warn('MongoDB cannot be reached; nothing can be stored until it is there');

  return {
    async collection<T extends object>(spec: CollectionSpec): Promise<Documents<T>> {
      requireSoundSpec(spec);
      const model = connection.model(spec.name, schemaOf(spec), spec.name, { overwriteModels: true });
      const preparing = untilAvailable(
        async () => {
          connecting.requireDone();
          await prepareIndexes(model).catch((error: unknown) => {
            throw asStoreError(error);
          });
        },
        closing.signal,
        report(`the collection ${spec.name} is open now`, `the collection ${spec.name} cannot be used`),
      );
      await preparing.firstTry;
      collections.push(preparing);
      return new MongoDocuments<T>(model, spec, () => {
        requireNotClosed();
        preparing.requireDone();
      });
    },
    async ping() {
      requireNotClosed();
      for (const undertaking of [connecting, ...collections]) undertaking.requireDone();
      await ping(connection);
    },
    close,
  };

  function requireNotClosed(): void {
    if (closing.signal.aborted) throw new StoreUnavailable('The store is closed.');
  }

  async function close(): Promise<void> {
    closing.abort();
    await connection.destroy(true);
  }

  function report(whenDone: string, whenEnded: string): (error: unknown) => void {
    return (error) => (error === null ? log.info(whenDone) : log.error({ err: error }, whenEnded));
  }
}
