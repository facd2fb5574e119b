import { type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';
import type { Clock } from '../../ports/clock.ts';
import type { DoorLimits } from '../limits.ts';
import type { OfLink } from '../own-page.ts';
import type { Problem } from '../problem.ts';
import { makeAttempts } from './attempts.ts';
import { codeRoute } from './code-route.ts';
import { makeGuestSessions } from './guest-sessions.ts';
import type { DoorIdentity } from './identity.ts';
import { type FindProof, makeFindProof } from './missing-proof.ts';
import { makeSessions } from './sessions.ts';
import { signInRoutes } from './sign-in-routes.ts';

/** The step between a genuine link and the room: finding whether proof is missing, and the routes that give it. */
export function identityDoor(
  identity: DoorIdentity | null,
  deps: {
    readonly isSecure: boolean;
    readonly limits: DoorLimits;
    readonly answer: (req: Request, res: Response, problem: Problem) => void;
    readonly clock: Clock;
    readonly log: Logger;
  },
): {
  readonly findProof: FindProof;
  /** For `POST /j/:link/code`; null where there are no codes. */
  readonly takeCode: OfLink | null;
  readonly routes: Router;
} {
  if (identity === null) return { findProof: async () => 'needless', takeCode: null, routes: Router() };
  const { sessionKeys: keys, proofNeeded, slack, guests } = identity;
  const { isSecure, limits, answer, clock, log } = deps;
  const sessions = makeSessions({ keys, isSecure, clock });
  const guestSessions = makeGuestSessions({ keys, isSecure, clock });
  const attempts = makeAttempts({ keys, isSecure, clock });
  return {
    findProof: makeFindProof({ proofNeeded, sessions, guestSessions }),
    takeCode: guests && codeRoute({ guests, sessions: guestSessions, answer, clock }),
    routes: slack ? signInRoutes({ ...slack, attempts, sessions, failures: limits.failures, answer, log }) : Router(),
  };
}
