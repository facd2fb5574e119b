import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';

/** Decided before the meeting is asked, which writes a line of its own. */
const TURNED_AWAY: ReadonlySet<unknown> = new Set([
  'wrong_origin',
  'stale_page',
  'too_large',
  'sign_in',
  'wrong_person',
  'code_needed',
  'rate_limited',
]);

/** One line, without the link, for each press that is refused at our own page's door; of a flood only for the first. */
export function logRefusals(log: Pick<Logger, 'info'>): RequestHandler {
  return (req, res, next) => {
    res.on('finish', () => {
      const answer: unknown = res.locals['problem'];
      if (!TURNED_AWAY.has(answer) || (answer === 'rate_limited' && !isFirstTooMany(req))) return;
      log.info({ answer }, 'somebody is turned away at the door');
    });
    next();
  };
}

function isFirstTooMany(req: Request): boolean {
  const { rateLimit } = req as Request & { rateLimit?: { used: number; limit: number } };
  return rateLimit?.used === (rateLimit?.limit ?? 0) + 1;
}
