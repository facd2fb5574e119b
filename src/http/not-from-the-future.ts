import type { RequestHandler } from 'express';

const MOST_AHEAD_SECONDS = 5 * 60;

/** Slack's library refuses signatures that are too old; one made out for later would be good until long after that. */
export const notFromTheFuture: RequestHandler = (req, res, next) => {
  const timestamp = Number(req.get('X-Slack-Request-Timestamp'));
  if (timestamp > Date.now() / 1000 + MOST_AHEAD_SECONDS) res.status(401).end();
  else next();
};
