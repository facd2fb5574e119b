import type { Response } from 'express';
import { Duration } from 'luxon';
import type { LinkKeys } from '../../domain/join-link.ts';
import type { SlackPerson } from '../../domain/slack-person.ts';
import type { Clock } from '../../ports/clock.ts';
import { cookieOf, ownCookie, type WithHeaders } from './cookies.ts';
import { makeSealed } from './sealed.ts';

const GOOD_FOR = Duration.fromObject({ hours: 12 });

/** Who this browser signed in as, in a signed cookie; nothing is stored. */
export interface Sessions {
  read(req: WithHeaders): Promise<SlackPerson | null>;
  begin(res: Response, person: SlackPerson): Promise<void>;
}

export function makeSessions(options: {
  readonly keys: LinkKeys;
  readonly isSecure: boolean;
  readonly clock: Clock;
}): Sessions {
  const { isSecure } = options;
  const sealed = makeSealed<SlackPerson>({ ...options, purpose: 'session', goodFor: GOOD_FOR });
  const name = isSecure ? '__Secure-convene-session' : 'convene-session';

  return {
    async read(req) {
      const cookie = cookieOf(req, name);
      return cookie === null ? null : sealed.open(cookie);
    },
    async begin(res, person) {
      res.cookie(name, await sealed.seal(person), { ...ownCookie('/j', isSecure), maxAge: GOOD_FOR.toMillis() });
    },
  };
}
