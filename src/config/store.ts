import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wholeNumber } from './formats.ts';
import type { Format, SettingsReader } from './settings-reader.ts';

export interface StoreSettings {
  readonly database: DatabaseSettings;
  readonly leaseSeconds: number;
  readonly retentionDays: number;
}

export type DatabaseSettings =
  /** The folder is absolute; it may not exist yet. */
  | { readonly kind: 'file'; readonly folder: string }
  /** The address may hold a password: it is never printed. */
  | { readonly kind: 'mongodb'; readonly uri: string };

export function readStoreSettings(settings: SettingsReader): StoreSettings {
  return {
    database: settings.optional('DATABASE_URL', databaseAddress) ?? { kind: 'file', folder: resolve('data') },
    leaseSeconds: settings.optional('LEASE_SECONDS', wholeNumber(1, 3600)) ?? 45,
    retentionDays: settings.optional('RETENTION_DAYS', wholeNumber(1, 3650)) ?? 90,
  };
}

export const databaseAddress: Format<DatabaseSettings> = {
  expected: 'file: and a folder, such as file:./data, or an address such as mongodb://host/database',
  parse: (text) => {
    if (MONGODB_ADDRESS.test(text)) return { kind: 'mongodb', uri: text };
    const folder = fileFolder(text);
    return folder === null ? null : { kind: 'file', folder };
  },
};

const USER = String.raw`(?:[^\s/?#@]+@)?`;
const HOST = String.raw`(?:[\w.%-]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?`;
/** Such as mongodb.com/docs/manual/reference/connection-string says; with +srv the one host names a list of hosts. */
const MONGODB_ADDRESS = new RegExp(
  String.raw`^(?:mongodb://${USER}${HOST}(?:,${HOST})*|mongodb\+srv://${USER}[\w.-]+)(?:/[\w%-]*)?(?:\?[^\s#]*)?$`,
);

/** `file:./data` is relative to the working directory; `file:/var/lib/convene` and `file:///var/lib/convene` are not. */
function fileFolder(text: string): string | null {
  const path = /^file:([^?#\0]+)$/.exec(text)?.[1];
  if (path === undefined) return null;
  if (!path.startsWith('/')) return resolve(path);
  const url = URL.canParse(text) ? new URL(text) : null;
  return url === null || url.host !== '' || /%2f|%00/i.test(path) ? null : fileURLToPath(url);
}
