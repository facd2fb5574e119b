import mongoose, { type Connection, type ConnectOptions } from 'mongoose';
import { StoreUnavailable } from '../../ports/documents.ts';
import { asConnectError, asStoreError } from './failures.ts';

/** The longest that a call waits for a server, so that a person is answered in time. */
const SERVER_SELECTION_MS = 2_000;
const PING_MS = 2_000;
/** Where the address names no database, MongoDB would take one called `test`. */
const DEFAULT_DATABASE = 'convene';

/** These win over options in the address, since the product relies on them. */
const OPTIONS: ConnectOptions = {
  appName: 'convene',
  // What was acknowledged is on the disks of a majority, and survives whichever member goes down.
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: 5_000 },
  readPreference: 'primary',
  retryWrites: true,
  retryReads: true,
  serverSelectionTimeoutMS: SERVER_SELECTION_MS,
  // One for each delivery under way, and some for people who wait for an answer.
  maxPoolSize: 40,
  waitQueueTimeoutMS: 5_000,
  socketTimeoutMS: 45_000,
  // A server that hangs is noticed by its heartbeat, which then ends the calls that wait for it.
  connectTimeoutMS: 2_000,
  heartbeatFrequencyMS: 2_000,
  bufferCommands: false,
  autoIndex: false,
  autoCreate: false,
};

/** A connection that nothing has been asked of yet; collections may be declared on it. */
export function makeConnection(): Connection {
  return mongoose.createConnection();
}

/** Once connected, the driver finds its servers again by itself. @throws StoreUnavailable, StoreUnusable */
export async function connect(connection: Connection, uri: string): Promise<void> {
  try {
    await connection.openUri(uri, { ...OPTIONS, dbName: databaseIn(uri) ?? DEFAULT_DATABASE });
  } catch (error) {
    await connection.close();
    throw asConnectError(error);
  }
}

/** `readyState` stays "connected" long after a server is gone, so that only an answer tells. @throws StoreUnavailable */
export async function ping(connection: Connection): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreUnavailable('MongoDB took too long to answer.')), PING_MS);
  });
  try {
    await Promise.race([connection.getClient().db().command({ ping: 1 }), tooLate]);
  } catch (error) {
    throw asStoreError(error);
  } finally {
    clearTimeout(timer);
  }
}

function databaseIn(uri: string): string | null {
  const name = /^mongodb(?:\+srv)?:\/\/[^/?]*\/([^?]+)/.exec(uri)?.[1];
  return name === undefined ? null : decodeURIComponent(name);
}
