import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { Duration } from 'luxon';
import { cookieOf, ownCookie } from './cookies.ts';

/** 128 random bits. */
const DEVICE = /^[\w-]{22}$/;

/** Each time somebody comes in it begins anew. */
const GOOD_FOR = Duration.fromObject({ days: 365 });

/** What a page made up for itself, so that a press whose answer was lost can be repeated as the same device. */
const OF_PAGE = 'X-Join-Device';

/** By what a browser is known again, whichever link it uses: nothing but a random id, and nobody can tell whose it is. */
export interface DeviceCookie {
  /** The id that the browser keeps, or the one that it is to keep once it is let in. */
  read(req: Request<object>): string;
  keep(res: Response, device: string): void;
}

export function makeDeviceCookie(isSecure: boolean): DeviceCookie {
  // A name with this prefix is taken only with the root as its path, and only from this very host.
  const name = isSecure ? '__Host-convene-device' : 'convene-device';

  return {
    read(req) {
      const known = [cookieOf(req, name), req.get(OF_PAGE)].find((id) => DEVICE.test(id ?? ''));
      return known ?? randomBytes(16).toString('base64url');
    },
    keep(res, device) {
      // Strict, since only our own page sends it, which reads it at no other time.
      res.cookie(name, device, { ...ownCookie('/', isSecure), sameSite: 'strict', maxAge: GOOD_FOR.toMillis() });
    },
  };
}
