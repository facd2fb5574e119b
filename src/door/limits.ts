import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { Problem } from './problem.ts';
import { rateLimited } from './problem.ts';

const MINUTE_MS = 60_000;
const JOINS_PER_LINK = 10;
const PRESSES_PER_LINK = 30;
const VISITS_PER_LINK = 120;
const FAILURES_PER_ADDRESS = 60;
/** What one household or office is given: a person there may take any address of it. */
const IPV6_PREFIX_BITS = 64;

export interface DoorLimits {
  /** For presses of Join with a genuine link: 10 a minute for each link. */
  readonly joins: RequestHandler;
  /** For answers and codes with a genuine link: 30 a minute for each link. */
  readonly presses: RequestHandler;
  /** For names given on a shared link: 120 a minute for each link, since a hundred may come at once. */
  readonly visits: RequestHandler;
  /**
   * For what no honest page sends (a forged link or nonce, a foreign origin): 60 a minute for each address. Nothing else
   * is counted, since hundreds of colleagues may share one and come at once.
   */
  readonly failures: RequestHandler;
}

/** @param answer sends the problem to whoever is over the limit */
export function makeDoorLimits(answer: (req: Request, res: Response, problem: Problem) => void): DoorLimits {
  const limiter = (limit: number, keyGenerator: (req: Request) => string) =>
    rateLimit({
      windowMs: MINUTE_MS,
      limit,
      keyGenerator,
      standardHeaders: false,
      legacyHeaders: false,
      validate: false,
      handler: (req, res) => answer(req, res, rateLimited(secondsUntil(req))),
    });
  const byLink = (req: Request) => createHash('sha256').update(String(req.params['link'])).digest('base64url');
  return {
    joins: limiter(JOINS_PER_LINK, byLink),
    presses: limiter(PRESSES_PER_LINK, byLink),
    visits: limiter(VISITS_PER_LINK, byLink),
    // An address is missing only when the connection is gone already.
    failures: limiter(FAILURES_PER_ADDRESS, ({ ip }) => (ip === undefined ? '' : ipKeyGenerator(ip, IPV6_PREFIX_BITS))),
  };
}

function secondsUntil(req: Request): number {
  const { rateLimit } = req as Request & { rateLimit?: { resetTime?: Date } };
  const leftMs = (rateLimit?.resetTime?.getTime() ?? 0) - Date.now();
  return Math.min(60, Math.max(1, Math.ceil(leftMs / 1000)));
}
