import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

const ALGORITHM = 'RS256';

/** The key that id tokens are signed with; it can be replaced, as Slack does from time to time. */
export interface SigningKey {
  sign(claims: Readonly<Record<string, unknown>>): Promise<string>;
  /** The public half, as it is published. */
  published(): Promise<{ readonly keys: readonly JWK[] }>;
  replace(): void;
}

/** Nothing is made before it is needed, since that takes a while. */
export function makeSigningKey(): SigningKey {
  let number = 1;
  let made: Promise<{ readonly kid: string; readonly privateKey: CryptoKey; readonly jwk: JWK }> | null = null;

  const current = () => {
    made ??= generateKeyPair(ALGORITHM).then(async ({ privateKey, publicKey }) => {
      const kid = `sandbox-${number}`;
      return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: ALGORITHM, use: 'sig' } };
    });
    return made;
  };

  return {
    async sign(claims) {
      const { kid, privateKey } = await current();
      return new SignJWT({ ...claims }).setProtectedHeader({ alg: ALGORITHM, typ: 'JWT', kid }).sign(privateKey);
    },
    published: async () => ({ keys: [(await current()).jwk] }),
    replace() {
      number += 1;
      made = null;
    },
  };
}
