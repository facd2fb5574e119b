import { type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';
import type { Clock } from '../../ports/clock.ts';
import type { DoorLimits } from '../limits.ts';
import type { Problem } from '../problem.ts';
import { makeAttempts } from './attempts.ts';
import type { DoorIdentity } from './identity.ts';
import { type FindMissingProof, makeFindMissingProof } from './missing-proof.ts';
import { makeSessions } from './sessions.ts';
import { signInRoutes } from './sign-in-routes.ts';

/** The step between a genuine link and the room: finding what proof is missing, and the routes that give it. */
export function identityDoor(
  identity: DoorIdentity | null,
  deps: {
    readonly isSecure: boolean;
    readonly limits: DoorLimits;
    readonly answer: (req: Request, res: Response, problem: Problem) => void;
    readonly clock: Clock;
    readonly log: Logger;
  },
): { readonly missingProof: FindMissingProof; readonly routes: Router } {
  if (identity === null) return { missingProof: async () => null, routes: Router() };
  const { sessionKeys: keys, proofNeeded } = identity;
  const { isSecure, limits, answer, clock, log } = deps;
  const sessions = makeSessions({ keys, isSecure, clock });
  const attempts = makeAttempts({ keys, isSecure, clock });
  return {
    missingProof: makeFindMissingProof(proofNeeded, sessions),
    routes: signInRoutes({ ...identity, attempts, sessions, failures: limits.failures, answer, log }),
  };
}
