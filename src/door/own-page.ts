import type { Request, RequestHandler, Response } from 'express';
import type { LinkKeys } from '../domain/join-link.ts';
import type { Clock } from '../ports/clock.ts';
import type { Door } from './door.ts';
import type { DoorLimits } from './limits.ts';
import { readNonce } from './nonce.ts';
import { type Problem, STALE_PAGE, WRONG_ORIGIN } from './problem.ts';
import { isSameOrigin } from './same-origin.ts';

export type OfLink = RequestHandler<{ link: string }>;

/**
 * Lets through only what our own page of this link sends. A right nonce proves a genuine link too, since only pages of
 * genuine links carry one. Nothing stored is read.
 */
export function makeOnlyFromOurPage(deps: {
  readonly door: Pick<Door, 'isGenuine'>;
  readonly ownOrigin: string;
  readonly nonceKeys: LinkKeys;
  readonly limits: DoorLimits;
  readonly answer: (req: Request, res: Response, problem: Problem) => void;
  readonly clock: Clock;
}): OfLink {
  const { door, ownOrigin, nonceKeys, limits, answer, clock } = deps;

  return (req, res, next) => {
    const { link } = req.params;
    const isOwn = isSameOrigin(req.headers, ownOrigin);
    const nonce = readNonce(nonceKeys, link, clock.now(), req.get('X-Join-Nonce') ?? '');
    if (isOwn && nonce === 'good') return next();
    if (!door.isGenuine(link)) return next('route');
    const refuse = () => answer(req, res, isOwn ? STALE_PAGE : WRONG_ORIGIN);
    // A page that was left open overnight is no attack.
    return isOwn && nonce === 'old' ? refuse() : limits.failures(req, res, refuse);
  };
}
