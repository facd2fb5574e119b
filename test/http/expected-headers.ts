import type { Answered } from '../support/http-client.ts';

export const EVERYWHERE = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:; " +
    "media-src 'self' blob:; font-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; " +
    "form-action 'self'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(self), display-capture=(self), autoplay=(self), fullscreen=(self)',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
export const KEPT_NOWHERE = { ...EVERYWHERE, 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' };
export const NOT_STORED = { ...EVERYWHERE, 'cache-control': 'no-store' };
export const FOR_EVER = {
  ...EVERYWHERE,
  'accept-ranges': 'bytes',
  'cache-control': 'public, max-age=31536000, immutable',
  vary: 'Accept-Encoding',
};

/** What differs from answer to answer and is looked at elsewhere. */
const OWN = [
  'date',
  'connection',
  'keep-alive',
  'content-length',
  'content-type',
  'etag',
  'last-modified',
  'transfer-encoding',
];
export const HTML = 'text/html; charset=utf-8';
export const PROBLEM = 'application/problem+json; charset=utf-8';
export const TEXT = 'text/plain; charset=utf-8';

/** The headers that say something, without what is random in them. */
export function telling({ headers }: Answered): object {
  const told = Object.entries(headers).filter(([name]) => !OWN.includes(name));
  return Object.fromEntries(told.map(([name, value]) => [name, plain(value)]));
}

function plain(value: string | string[] | undefined): string | string[] | undefined {
  if (Array.isArray(value)) return value.map((line) => line.replace(/=[^;]*/, '=…').replace(/ Expires=[^;]+;/, ''));
  return value?.replace(/'nonce-[\w-]{22}'/, "'nonce-R'");
}
