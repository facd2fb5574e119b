import type { RequestHandler } from 'express';

const YEAR_SECONDS = 31_536_000;

/**
 * The hosts that a call cannot do without: the service's API and socket, files sent in the chat, and two for sounds. The
 * service's hosts for logs, statistics, locations and fonts are left out on purpose: its log names the address of the
 * page, which is a personal link.
 */
const CALL = {
  connect:
    ' https://api.realtime.cloudflare.com wss://socket-edge.realtime.cloudflare.com https://*.r2.cloudflarestorage.com',
  media: ' https://rtk-assets.realtime.cloudflare.com https://rtk-uploads.realtime.cloudflare.com',
};

export interface JoinPagePolicy {
  /** Lets the video kit put its one inline style into the page. */
  readonly styleNonce: string;
  /** Whether a call can be held on the page; a demonstration stays with us. */
  readonly hasCall: boolean;
}

/** Nothing from elsewhere and nothing inline; the join page alone may add what its call needs. */
export function contentPolicy(page?: JoinPagePolicy): string {
  const call = page?.hasCall ? CALL : { connect: '', media: '' };
  return [
    "default-src 'none'",
    "script-src 'self'",
    page === undefined ? "style-src 'self'" : `style-src 'self' 'nonce-${page.styleNonce}'`,
    `connect-src 'self'${call.connect}`,
    "img-src 'self' data: blob:",
    `media-src 'self' blob:${call.media}`,
    "font-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What every answer says, errors included. */
export function securityHeaders(publicUrl: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentPolicy(),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy':
      'camera=(self), microphone=(self), display-capture=(self), autoplay=(self), fullscreen=(self)',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    ...(new URL(publicUrl).protocol === 'https:' && { 'Strict-Transport-Security': `max-age=${YEAR_SECONDS}` }),
  };
}

/** For every answer of the app: mount it before everything else. */
export function sendSecurityHeaders(publicUrl: string): RequestHandler {
  const headers = securityHeaders(publicUrl);
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
