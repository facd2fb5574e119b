import type { RequestHandler } from 'express';

/** Tells how a press of Join ended: `admitted`, or the code of the problem that it was answered with. */
export function countPresses(pressed: (outcome: string) => void): RequestHandler {
  return (_req, res, next) => {
    res.on('finish', () => pressed(res.statusCode === 200 ? 'admitted' : (res.locals['problem'] ?? 'failed')));
    next();
  };
}
