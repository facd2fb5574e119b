import { isPlaceholder } from './formats.ts';
import type { Format, SettingsReader } from './settings-reader.ts';

export interface SecretSettings {
  /** The first makes new links; the others still open old ones, while links made under them are out. */
  readonly linkSecrets: readonly string[];
  /** Base64 of 32 bytes. */
  readonly encryptionKey: string | null;
}

export function readSecretSettings(settings: SettingsReader): SecretSettings {
  return {
    linkSecrets: settings.required('LINK_SECRET', linkSecrets).split(','),
    encryptionKey: settings.optional('ENCRYPTION_KEY', encryptionKey),
  };
}

/** Normalized to secrets parted by single commas. */
const linkSecrets: Format<string> = {
  expected: 'a random secret of 32 characters or more (or the new one, a comma and the old one), no sample value',
  parse: (text) => {
    const secrets = text.split(',').map((part) => part.trim());
    return secrets.every((part) => part.length >= 32 && !isPlaceholder(part)) ? secrets.join(',') : null;
  },
};

const encryptionKey: Format<string> = {
  expected: 'the base64 of 32 random bytes, no sample value',
  parse: (text) => {
    const key = Buffer.from(text, 'base64');
    return key.length === 32 && key.toString('base64') === text && new Set(key).size > 1 ? text : null;
  },
};
