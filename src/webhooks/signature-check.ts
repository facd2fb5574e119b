import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { DateTime } from 'luxon';
import type { Clock } from '../ports/clock.ts';

/** `unknown`: without the sender's key nobody can tell. */
export type Verdict = 'genuine' | 'forged' | 'unknown';

/** @param signature RSA-SHA256 (PKCS#1 v1.5) of the body, in base64 */
export type CheckSignature = (body: Buffer, signature: string) => Promise<Verdict>;

/** Longer ones are of no key in use (RSA of 8,192 bits). */
const BASE64 = /^[A-Za-z0-9+/]{64,1366}={0,2}$/;
/** A key may be replaced at any time, but a forger must not make us ask for it again and again. */
const RENEW_AFTER = { seconds: 60 };
const RETRY_AFTER = { seconds: 5 };

/**
 * Checks against the sender's public key, which is kept, and asked for once more when a check fails.
 *
 * @param fetchKey in PEM; null when it is not to be had now
 * @param maySignRewritten the signature may be of the body's JSON written anew, in place of its bytes
 */
export function makeSignatureCheck(deps: {
  readonly fetchKey: () => Promise<string | null>;
  readonly maySignRewritten: boolean;
  readonly clock: Clock;
}): CheckSignature {
  const { fetchKey, maySignRewritten, clock } = deps;
  let key: KeyObject | null = null;
  let asked: { readonly at: DateTime; readonly hasAnswered: boolean } | null = null;
  let asking: Promise<void> | null = null;

  return async (body, signature) => {
    if (!BASE64.test(signature)) return 'forged';
    if (isGood(body, signature)) return 'genuine';
    await renewKey();
    if (isGood(body, signature)) return 'genuine';
    return asked?.hasAnswered ? 'forged' : 'unknown';
  };

  function isGood(body: Buffer, signature: string): boolean {
    const bytes = Buffer.from(signature, 'base64');
    const isOf = (signed: Buffer | null) => key !== null && signed !== null && verify('RSA-SHA256', signed, key, bytes);
    return isOf(body) || (maySignRewritten && isOf(rewritten(body)));
  }

  async function renewKey(): Promise<void> {
    const pause = asked?.hasAnswered ? RENEW_AFTER : RETRY_AFTER;
    if (!asking && asked && clock.now() < asked.at.plus(pause)) return;
    asking ??= askForKey().finally(() => {
      asking = null;
    });
    await asking;
  }

  async function askForKey(): Promise<void> {
    const told = publicKeyIn(await fetchKey());
    asked = { at: clock.now(), hasAnswered: told !== null };
    key = told ?? key;
  }
}

function publicKeyIn(pem: string | null): KeyObject | null {
  try {
    const key = pem === null ? null : createPublicKey(pem);
    return key?.asymmetricKeyType === 'rsa' ? key : null;
  } catch {
    return null;
  }
}

function rewritten(body: Buffer): Buffer | null {
  try {
    return Buffer.from(JSON.stringify(JSON.parse(body.toString())));
  } catch {
    return null;
  }
}
