import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wholeNumber } from './formats.ts';
import type { Format, SettingsReader } from './settings-reader.ts';

export interface StoreSettings {
  readonly database: {
    readonly kind: 'file';
    /** Absolute; it may not exist yet. */
    readonly folder: string;
  };
  readonly leaseSeconds: number;
  readonly retentionDays: number;
}

export function readStoreSettings(settings: SettingsReader): StoreSettings {
  return {
    database: { kind: 'file', folder: settings.optional('DATABASE_URL', fileFolder) ?? resolve('data') },
    leaseSeconds: settings.optional('LEASE_SECONDS', wholeNumber(1, 3600)) ?? 45,
    retentionDays: settings.optional('RETENTION_DAYS', wholeNumber(1, 3650)) ?? 90,
  };
}

/** `file:./data` is relative to the working directory; `file:/var/lib/convene` and `file:///var/lib/convene` are not. */
const fileFolder: Format<string> = {
  expected: 'file: and a folder, such as file:./data',
  parse: (text) => {
    const path = /^file:([^?#\0]+)$/.exec(text)?.[1];
    if (path === undefined) return null;
    if (!path.startsWith('/')) return resolve(path);
    const url = URL.canParse(text) ? new URL(text) : null;
    return url === null || url.host !== '' || /%2f|%00/i.test(path) ? null : fileURLToPath(url);
  },
};
