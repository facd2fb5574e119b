import type { Connection } from 'mongoose';
import { StoreUnusable } from '../../ports/documents.ts';
import { asStoreError } from './failures.ts';

/** Raised by a release that stores what older ones would misread. */
const SCHEMA_VERSION = 1;

/** Beside the collections of the product; it holds this one document. */
const COLLECTION = 'schema';
const ID = 'schema';

/**
 * Notes with which version the database is written, and never a lower one.
 *
 * @throws StoreUnusable when a newer release has written it, StoreUnavailable
 */
export async function settleSchemaVersion(connection: Connection): Promise<void> {
  const found = await raiseTo(connection, SCHEMA_VERSION);
  if (found <= SCHEMA_VERSION) return;
  throw new StoreUnusable(
    `The database was written by a newer release (schema ${found}, this one knows ${SCHEMA_VERSION}): start that release, or restore an older backup.`,
  );
}

async function raiseTo(connection: Connection, version: number): Promise<number> {
  try {
    const notes = connection.getClient().db(connection.name).collection<{ _id: string; version: number }>(COLLECTION);
    const options = { upsert: true, returnDocument: 'after' } as const;
    const noted = await notes.findOneAndUpdate({ _id: ID }, { $max: { version } }, options);
    return noted?.version ?? version;
  } catch (error) {
    throw asStoreError(error);
  }
}
