import { join } from 'node:path';
import { type CollectionSpec, type DocumentStore, type Documents, StoreUnusable } from '../../ports/documents.ts';
import { requireSoundSpec } from '../collection-spec.ts';
import { SqliteDocuments } from './collection.ts';
import { GroupCommit } from './group-commit.ts';
import { makePrivateFolder } from './private-files.ts';
import { type Database, openDatabase } from './shim.ts';
import { prepareTable } from './tables.ts';

/** Raised when older releases could no longer read what is stored; new fields and indexes do not need it. */
const SCHEMA_VERSION = 1;

export interface SqliteStoreOptions {
  /** Made where it is missing. On a local disk: SQLite's shared memory does not work across a network. */
  readonly directory: string;
  readonly open?: typeof openDatabase;
}

/** Where the store of a folder is kept. */
export function storeFile(directory: string): string {
  return join(directory, 'convene.db');
}

/**
 * The embedded store: one SQLite file, `convene.db`, written ahead and flushed to disk before anything is answered. Processes may share
 * it; of those that serve there is one, see `lockForServing`.
 *
 * @throws StoreUnavailable when the folder cannot be used, StoreUnusable when its file is damaged or too new
 */
export async function openSqliteStore({ directory, open = openDatabase }: SqliteStoreOptions): Promise<DocumentStore> {
  makePrivateFolder(directory);
  return openSqliteFile(storeFile(directory), open);
}

export async function openSqliteFile(path: string, open = openDatabase): Promise<DocumentStore> {
  const writing = await open(path);
  let reading: Database | undefined;
  try {
    writeAhead(writing);
    // What is removed is overwritten, or the names of the erased would stay in the file's free pages.
    writing.exec('PRAGMA secure_delete = ON');
    settleSchemaVersion(writing);
    reading = await open(path);
    reading.exec('PRAGMA query_only = ON');
  } catch (error) {
    reading?.close();
    writing.close();
    throw error;
  }
  const connections = { writing, reading, group: new GroupCommit(writing) };
  return {
    async collection<T extends object>(spec: CollectionSpec): Promise<Documents<T>> {
      requireSoundSpec(spec);
      await connections.group.commit();
      prepareTable(writing, spec);
      return new SqliteDocuments<T>(connections, spec);
    },
    async ping() {
      connections.reading.all('SELECT count(*) FROM sqlite_master');
      await connections.group.flushed();
    },
    async close() {
      await connections.group.commit();
      connections.reading.close();
      writing.close();
    },
  };
}

function writeAhead(database: Database): void {
  const mode = database.all('PRAGMA journal_mode = WAL')[0]?.['journal_mode'];
  if (mode !== 'wal')
    throw new StoreUnusable(`${database.path} cannot be written ahead: choose a folder on a local disk.`);
  // SQLite itself flushes at checkpoints. After each commit it is done beside the event loop, before anything is answered.
  database.exec('PRAGMA synchronous = NORMAL');
}

function settleSchemaVersion(database: Database): void {
  const found = Number(database.all('PRAGMA user_version')[0]?.['user_version']);
  if (found > SCHEMA_VERSION) {
    throw new StoreUnusable(
      `${database.path} was written by a newer release (schema ${found}, this one knows ${SCHEMA_VERSION}): start that release, or restore an older backup.`,
    );
  }
  if (found < SCHEMA_VERSION) database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
}
