import type { IncomingHttpHeaders } from 'node:http';
import type { CookieOptions } from 'express';

export interface WithHeaders {
  readonly headers: IncomingHttpHeaders;
}

/** One cookie of a request, or null. Its value is not yet trusted. */
export function cookieOf({ headers }: WithHeaders, name: string): string | null {
  const cookies = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return cookies.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}

/** For cookies that only we read. `Lax`, since people come back from Slack by a link. */
export function ownCookie(path: string, isSecure: boolean): CookieOptions {
  return { path, httpOnly: true, secure: isSecure, sameSite: 'lax' };
}
