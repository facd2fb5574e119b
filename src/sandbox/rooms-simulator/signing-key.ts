import { createSign, generateKeyPairSync, type KeyPairKeyObjectResult } from 'node:crypto';

/** The one key that all webhooks are signed with. */
export interface SigningKey {
  publicKey(): string;
  /** RSA-SHA256, PKCS#1 v1.5, in base64. */
  sign(body: string): string;
  /** From now on another one. */
  change(): void;
}

export function makeSigningKey(): SigningKey {
  // Made when it is first needed, as that takes a tenth of a second and most tests have no webhooks.
  let pair: KeyPairKeyObjectResult | null = null;
  const current = () => {
    pair ??= generateKeyPairSync('rsa', { modulusLength: 2048 });
    return pair;
  };
  return {
    publicKey: () => current().publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (body) => createSign('RSA-SHA256').update(body).sign(current().privateKey, 'base64'),
    change: () => {
      pair = null;
    },
  };
}
