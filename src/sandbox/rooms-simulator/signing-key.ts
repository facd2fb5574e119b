import { createSign, generateKeyPairSync, type KeyPairKeyObjectResult } from 'node:crypto';

/** The one key that all webhooks are signed with. */
export interface SigningKey {
  publicKey(): string;
  /** RSA-SHA256, PKCS#1 v1.5, in base64. */
  sign(body: string): string;
  /** From now on another one. */
  change(): void;
}

/** Made when it is first needed, and once for all simulators of a process, as that takes some tenths of a second. */
let firstPair: KeyPairKeyObjectResult | null = null;

export function makeSigningKey(): SigningKey {
  let changedPair: KeyPairKeyObjectResult | null = null;
  const current = () => {
    firstPair ??= newPair();
    return changedPair ?? firstPair;
  };
  return {
    publicKey: () => current().publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (body) => createSign('RSA-SHA256').update(body).sign(current().privateKey, 'base64'),
    change: () => {
      changedPair = newPair();
    },
  };
}

function newPair(): KeyPairKeyObjectResult {
  return generateKeyPairSync('rsa', { modulusLength: 2048 });
}
