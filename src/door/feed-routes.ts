import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type NextFunction, type Request, type RequestHandler, type Response, Router } from 'express';
import type { Logger } from 'pino';
import { newReference } from '../log/reference.ts';
import { StoreUnavailable } from '../ports/documents.ts';
import type { FetchFeed } from '../usecases/fetch-feed.ts';
import { makeDoorLimits } from './limits.ts';

const KEPT_FOR_SECONDS = 300;
const compress = promisify(gzip);

/**
 * `GET /calendar/<secret>.ics`, for calendars that ask again and again: no cookie, no redirect, and a bare 404 for all that
 * is not a feed any more or never was one. What is as the calendar has it is answered with 304, told by its ETag alone: a
 * date says nothing of a meeting that is gone.
 */
export function feedRoutes({
  fetchFeed,
  log,
}: {
  readonly fetchFeed: FetchFeed;
  readonly log: Pick<Logger, 'error'>;
}): Router {
  const limits = makeDoorLimits((_req, res, { status, retryAfterSeconds }) =>
    bare(res.set('Retry-After', String(retryAfterSeconds)), status, 'Too many requests.'),
  );

  const show: RequestHandler<{ file: string }> = async (req, res, next) => {
    const [, secret = null] = /^(.{1,200})\.ics$/.exec(req.params.file) ?? [];
    const feed = secret === null ? null : await fetchFeed(secret);
    if (!feed) return next();
    const etag = `W/"${createHash('sha256').update(feed.content).digest('base64url').slice(0, 27)}"`;
    res.set({
      'Cache-Control': `private, max-age=${KEPT_FOR_SECONDS}`,
      'X-Robots-Tag': 'noindex, nofollow',
      Vary: 'Accept-Encoding',
      ETag: etag,
      ...(feed.changedAt && { 'Last-Modified': feed.changedAt.toHTTP() ?? '' }),
    });
    if (hasSame(req.get('If-None-Match'), etag)) return void res.status(304).end();
    res.type('text/calendar; charset=utf-8');
    const isCompressed = Boolean(req.acceptsEncodings('gzip'));
    const body = isCompressed ? await compress(feed.content) : Buffer.from(feed.content);
    if (isCompressed) res.set('Content-Encoding', 'gzip');
    res.set('Content-Length', String(body.length));
    res.end(req.method === 'HEAD' ? undefined : body);
  };

  const only: RequestHandler = (req, res, next) => {
    if (req.method === 'GET' || req.method === 'HEAD') return next();
    res.set('Allow', 'GET, HEAD');
    bare(res, 405, 'Method not allowed');
  };

  const router = Router({ caseSensitive: true, strict: true });
  router.all('/calendar/:file', only, show);
  router.use('/calendar', limits.failures, (_req, res) => bare(res, 404, 'There is nothing here.'));
  router.use('/calendar', fail);
  return router;

  function fail(error: unknown, _req: Request, res: Response, _next: NextFunction): void {
    const reference = newReference();
    log.error({ reference, err: error }, 'a feed could not be made');
    if (error instanceof StoreUnavailable)
      bare(res.set('Retry-After', String(KEPT_FOR_SECONDS)), 503, 'Not right now.');
    else bare(res, 500, `Something broke on our side. Reference: ${reference}`);
  }
}

/** Weak comparison (RFC 9110, 13.1.2). */
function hasSame(asked: string | undefined, etag: string): boolean {
  const tag = etag.slice(2);
  return asked?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag) ?? false;
}

function bare(res: Response, status: number, text: string): void {
  res.status(status).set('Cache-Control', 'no-store').type('text').send(`${text}\n`);
}
