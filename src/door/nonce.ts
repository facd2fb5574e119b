import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DateTime } from 'luxon';

const HOUR_MS = 3_600_000;
const GOOD_FOR_HOURS = 24;

/** Proof that a request comes from the page we rendered for this link: `<hour>.<mac>`, nothing is stored. */
export function makeNonce(key: Uint8Array, link: string, now: DateTime): string {
  const hour = hourOf(now);
  return `${hour}.${mac(key, link, hour)}`;
}

/**
 * Whether a page that we rendered for this very link sent this: `good` for 24 to 25 hours, and one hour ahead for skewed
 * servers; `old` where it was ours at another time. Null for anything that we did not make.
 *
 * @param keys all that are accepted
 */
export function readNonce(
  keys: readonly Uint8Array[],
  link: string,
  now: DateTime,
  nonce: string,
): 'good' | 'old' | null {
  const [, digits, sent] = /^(\d{1,9})\.([\w-]{43})$/.exec(nonce) ?? [];
  if (digits === undefined || sent === undefined) return null;
  const hour = Number(digits);
  const isOurs = (key: Uint8Array) => timingSafeEqual(Buffer.from(mac(key, link, hour)), Buffer.from(sent));
  if (!keys.some(isOurs)) return null;
  const age = hourOf(now) - hour;
  return age >= -1 && age <= GOOD_FOR_HOURS ? 'good' : 'old';
}

function hourOf(now: DateTime): number {
  return Math.floor(now.toMillis() / HOUR_MS);
}

function mac(key: Uint8Array, link: string, hour: number): string {
  return createHmac('sha256', key).update(`${hour}\n${link}`).digest('base64url');
}
