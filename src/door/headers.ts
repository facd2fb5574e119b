import type { RequestHandler } from 'express';

const YEAR_SECONDS = 31_536_000;

/**
 * The policy of every page: nothing from elsewhere, nothing inline.
 *
 * @param styleNonce lets a video kit put its one inline style into the join page
 */
export function contentPolicy(styleNonce?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    styleNonce === undefined ? "style-src 'self'" : `style-src 'self' 'nonce-${styleNonce}'`,
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** For every answer of the app, errors included: mount it before everything else. */
export function securityHeaders(publicUrl: string): RequestHandler {
  const headers: Record<string, string> = {
    'Content-Security-Policy': contentPolicy(),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy':
      'camera=(self), microphone=(self), display-capture=(self), autoplay=(self), fullscreen=(self)',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  };
  if (new URL(publicUrl).protocol === 'https:') headers['Strict-Transport-Security'] = `max-age=${YEAR_SECONDS}`;
  return (_req, res, next) => {
    res.removeHeader('X-Powered-By');
    res.set(headers);
    next();
  };
}

/** For answers that depend on a secret in the address: kept nowhere, indexed nowhere. */
export const keptNowhere: RequestHandler = (_req, res, next) => {
  res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' });
  next();
};
