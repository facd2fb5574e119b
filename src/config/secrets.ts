import { isPlaceholder } from './formats.ts';
import type { Format, SettingsReader } from './settings-reader.ts';

export interface SecretSettings {
  /** The first makes new links; the others still open old ones, while links made under them are out. */
  readonly linkSecrets: readonly string[];
  /** Base64 of 32 bytes each. The first encrypts what is stored, the others still open it. Empty where nothing is encrypted. */
  readonly encryptionKeys: readonly string[];
}

/** @param storesTokens whether there will be something to encrypt */
export function readSecretSettings(settings: SettingsReader, storesTokens: boolean): SecretSettings {
  const keys = storesTokens
    ? settings.required('ENCRYPTION_KEY', encryptionKeys)
    : settings.optional('ENCRYPTION_KEY', encryptionKeys);
  return {
    linkSecrets: settings.required('LINK_SECRET', linkSecrets).split(','),
    encryptionKeys: keys ? keys.split(',') : [],
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

const encryptionKeys: Format<string> = {
  expected: 'the base64 of 32 random bytes (or the new key, a comma and the old one), no sample value',
  parse: (text) => {
    const keys = text.split(',').map((part) => part.trim());
    return keys.every(isKey) ? keys.join(',') : null;
  },
};

function isKey(text: string): boolean {
  const key = Buffer.from(text, 'base64');
  return key.length === 32 && key.toString('base64') === text && new Set(key).size > 1;
}
