import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DateTime } from 'luxon';

const HOUR_MS = 3_600_000;
const GOOD_FOR_HOURS = 24;

/** Proof that a request comes from the page we rendered for this link: `<hour>.<mac>`, nothing is stored. */
export function makeNonce(key: Uint8Array, link: string, now: DateTime): string {
  const hour = hourOf(now);
  return `${hour}.${mac(key, link, hour)}`;
}

/** True for 24 to 25 hours after the nonce was made for this very link; one hour ahead is allowed for skewed servers. */
export function isNonceFor(key: Uint8Array, link: string, now: DateTime, nonce: string): boolean {
  const [, digits, sent] = /^(\d{1,9})\.([\w-]{43})$/.exec(nonce) ?? [];
  if (digits === undefined || sent === undefined) return false;
  const hour = Number(digits);
  const age = hourOf(now) - hour;
  return age >= -1 && age <= GOOD_FOR_HOURS && timingSafeEqual(Buffer.from(mac(key, link, hour)), Buffer.from(sent));
}

function hourOf(now: DateTime): number {
  return Math.floor(now.toMillis() / HOUR_MS);
}

function mac(key: Uint8Array, link: string, hour: number): string {
  return createHmac('sha256', key).update(`${hour}\n${link}`).digest('base64url');
}
