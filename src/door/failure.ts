import { inspect } from 'node:util';
import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Logger } from 'pino';
import { newReference } from '../log/reference.ts';
import { StoreUnavailable } from '../ports/documents.ts';
import { BAD_BODY, ourFault, type Problem, STORE_DOWN, TOO_LARGE, UNKNOWN_LINK } from './problem.ts';

/** Longer than any word of our own addresses. */
const SHORTEST_SECRET = 12;

/**
 * What a throw becomes: "not now" when the store is down, and otherwise a short reference that also stands in the log.
 * Nobody is let in, and the link is written nowhere.
 */
export function answerFailures(
  log: Logger,
  answer: (req: Request, res: Response, problem: Problem) => void,
): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error);
    if (error instanceof StoreUnavailable) {
      log.warn('the join page cannot read the store');
      return answer(req, res, STORE_DOWN);
    }
    // A link whose percent signs cannot be decoded is as good as any other forged one.
    if (error instanceof URIError) return answer(req, res, UNKNOWN_LINK);
    const status = bodyFault(error);
    if (status !== null) return answer(req, res, status === 413 ? TOO_LARGE : BAD_BODY);
    const reference = newReference();
    log.error({ reference, error: withoutLink(inspect(error), req) }, 'the join page failed');
    return answer(req, res, ourFault(reference));
  };
}

/** The status by which express's body parser refuses what was sent; null for any other error. */
function bodyFault(error: unknown): number | null {
  if (!(error instanceof Error) || !('type' in error) || !('status' in error)) return null;
  return typeof error.status === 'number' && error.status < 500 ? error.status : null;
}

function withoutLink(text: string, req: Request): string {
  const secrets = req.originalUrl.split(/[/?&=]/).filter((part) => part.length >= SHORTEST_SECRET);
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, '[link]'), text);
}
