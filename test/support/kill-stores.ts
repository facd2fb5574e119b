import type { Environment } from '../../src/config/settings-reader.ts';
import { freshDatabase, withDatabase } from '../adapters/mongo/temporary-database.ts';
import { findMongoServer } from './mongo-server.ts';

/** Where the programs of a kill run store, which run side by side and share nothing. */
export interface KillStores {
  readonly settings: readonly Environment[];
  close(): Promise<void>;
}

/** A restart of the file store takes over at once; elsewhere what was claimed is due again when the lease ends. */
const LEASE: Environment = { LEASE_SECONDS: '3' };
const SIDE_BY_SIDE = [0, 1];

/** In folders of their own. */
export function fileStores(): KillStores {
  return { settings: SIDE_BY_SIDE.map(() => LEASE), close: async () => {} };
}

/** In databases of their own; null, after a line that says so, where there is no MongoDB. */
export async function mongoStores(): Promise<KillStores | null> {
  const server = await findMongoServer();
  if (!server) return null;
  const addresses = SIDE_BY_SIDE.map(() => freshDatabase(server.uri));
  return {
    settings: addresses.map((DATABASE_URL) => ({ ...LEASE, DATABASE_URL })),
    async close() {
      for (const uri of addresses) await withDatabase(uri, (database) => database.dropDatabase());
      await server.close();
    },
  };
}
