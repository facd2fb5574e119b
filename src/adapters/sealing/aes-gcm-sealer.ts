import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { SealBroken, type Sealer } from '../../ports/sealer.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SHAPE = /^1\.([\w-]{8})\.([\w-]+)$/;

/**
 * AES-256-GCM with the owner as associated data (NIST SP 800-38D): `1.<key id>.<nonce, text and tag in base64url>`.
 *
 * @param keys base64 of 32 bytes each; the first seals, all of them open
 * @param purpose keys derived for one purpose open nothing that was sealed for another
 */
export function makeAesGcmSealer(keys: readonly [string, ...string[]], purpose: string): Sealer {
  const derived = keys.map((key) => derive(key, purpose));
  const [newest] = derived as [DerivedKey];

  return {
    seal(secret, owner) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, newest.key, nonce).setAAD(Buffer.from(owner));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return `1.${newest.id}.${Buffer.concat([nonce, text, cipher.getAuthTag()]).toString('base64url')}`;
    },

    open(sealed, owner) {
      const [, id, bytes = ''] = SHAPE.exec(sealed) ?? [];
      const known = derived.find((key) => key.id === id);
      if (!known) throw new SealBroken('it was sealed under a key that is not in ENCRYPTION_KEY');
      try {
        return decrypt(known.key, Buffer.from(bytes, 'base64url'), owner);
      } catch (cause) {
        throw new SealBroken('it was changed, or belongs to somebody else', { cause });
      }
    },
  };
}

interface DerivedKey {
  /** Tells which key it is, and nothing of it. */
  readonly id: string;
  readonly key: Buffer;
}

function derive(secret: string, purpose: string): DerivedKey {
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64'), '', `convene ${purpose}`, 32));
  return { id: createHash('sha256').update(key).digest('base64url').slice(0, 8), key };
}

function decrypt(key: Buffer, bytes: Buffer, owner: string): string {
  const tagAt = bytes.length - TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(tagAt));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, tagAt)), decipher.final()]).toString('utf8');
}
