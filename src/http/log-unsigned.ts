import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/** Notes which requests were refused, since their signature is not Slack's or too old. */
export function logUnsigned(log: Pick<Logger, 'warn'>): RequestHandler {
  return (req, res, next) => {
    if (req.path === '/slack/events')
      res.on('finish', () => {
        if (res.statusCode === 401) log.warn({ from: req.ip }, 'a request was refused, since Slack did not sign it');
      });
    next();
  };
}
