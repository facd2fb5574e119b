import type { Response } from 'express';
import { Duration } from 'luxon';
import type { JoinLink, LinkKeys } from '../../domain/join-link.ts';
import type { Clock } from '../../ports/clock.ts';
import { cookieOf, ownCookie, type WithHeaders } from './cookies.ts';
import { makeSealed } from './sealed.ts';

const GOOD_FOR = Duration.fromObject({ hours: 12 });

/** For which link this browser has given the mailed code, in a signed cookie of that link's page; nothing is stored. */
export interface GuestSessions {
  isProven(req: WithHeaders, link: JoinLink): Promise<boolean>;
  /** @param text the last part of the link's address */
  begin(res: Response, text: string, link: JoinLink): Promise<void>;
}

export function makeGuestSessions(options: {
  readonly keys: LinkKeys;
  readonly isSecure: boolean;
  readonly clock: Clock;
}): GuestSessions {
  const { isSecure } = options;
  const sealed = makeSealed<JoinLink>({ ...options, purpose: 'guest', goodFor: GOOD_FOR });
  const name = isSecure ? '__Secure-convene-guest' : 'convene-guest';

  return {
    async isProven(req, { meeting, invitee, version }) {
      const proven = await sealed.open(cookieOf(req, name) ?? '');
      return proven?.meeting === meeting && proven.invitee === invitee && proven.version === version;
    },
    async begin(res, text, { meeting, invitee, version }) {
      const cookie = { ...ownCookie(`/j/${text}`, isSecure), maxAge: GOOD_FOR.toMillis() };
      res.cookie(name, await sealed.seal({ meeting, invitee, version }), cookie);
    },
  };
}
