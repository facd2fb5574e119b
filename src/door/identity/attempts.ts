import { randomBytes } from 'node:crypto';
import type { Response } from 'express';
import { Duration } from 'luxon';
import type { LinkKeys } from '../../domain/join-link.ts';
import type { Clock } from '../../ports/clock.ts';
import type { SignInAttempt } from '../../ports/sign-in.ts';
import { cookieOf, ownCookie, type WithHeaders } from './cookies.ts';
import { makeSealed } from './sealed.ts';

/** A try to sign in that this browser has begun, and for which link. */
export interface BegunAttempt extends SignInAttempt {
  readonly ticket: string;
}

const GOOD_FOR = Duration.fromObject({ minutes: 10 });

/** The try under way, in a signed cookie, so that it can be ended only by the browser that began it, and once. */
export interface Attempts {
  begin(res: Response, ticket: string): Promise<BegunAttempt>;
  /** Null where this browser has begun none, or another one than `state` says. It is over then. */
  end(req: WithHeaders, res: Response, state: unknown): Promise<BegunAttempt | null>;
}

export function makeAttempts(options: {
  readonly keys: LinkKeys;
  readonly isSecure: boolean;
  readonly clock: Clock;
}): Attempts {
  const { isSecure } = options;
  const sealed = makeSealed<BegunAttempt>({ ...options, purpose: 'attempt', goodFor: GOOD_FOR });
  const name = isSecure ? '__Secure-convene-sign-in' : 'convene-sign-in';
  const cookie = ownCookie('/auth/slack', isSecure);

  return {
    async begin(res, ticket) {
      const [state, nonce, codeVerifier] = [randomText(), randomText(), randomText()];
      const attempt = { state, nonce, codeVerifier, ticket };
      res.cookie(name, await sealed.seal(attempt), { ...cookie, maxAge: GOOD_FOR.toMillis() });
      return attempt;
    },
    async end(req, res, state) {
      res.clearCookie(name, cookie);
      const begun = await sealed.open(cookieOf(req, name) ?? '');
      return begun?.state === state ? begun : null;
    },
  };
}

/** 256 bits in 43 characters. */
function randomText(): string {
  return randomBytes(32).toString('base64url');
}
