import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { Clock } from '../ports/clock.ts';
import { StoreUnavailable } from '../ports/documents.ts';
import type { RoomNotice } from '../ports/room-notice.ts';
import type { HearFromRoom } from '../usecases/hear-from-room.ts';
import type { CheckSignature } from './signature-check.ts';

/** Where the video service is told to report; below PUBLIC_URL. */
export const ROOM_WEBHOOK_PATH = '/webhooks/rooms';

const LARGEST_BODY = '256kb';
const RETRY_AFTER_SECONDS = '5';
const ID = /^[\w-]{1,200}$/;

export interface WebhookRoutes {
  /** The service's headers begin so: `…-signature`, `…-uuid`. */
  readonly headerPrefix: string;
  readonly checkSignature: CheckSignature;
  /** What a body says; null for what we have no use for. */
  readonly readNotice: (body: unknown, now: DateTime) => RoomNotice | null;
  readonly hearFromRoom: HearFromRoom;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/**
 * Takes what the video service reports. It repeats after a 5xx, and RealtimeKit after nothing else: so 503 where we cannot
 * tell whether it is genuine, and 200 also for what means nothing to us.
 */
export function webhookRoutes(deps: WebhookRoutes): Router {
  const { headerPrefix, checkSignature, readNotice, hearFromRoom, clock, log } = deps;

  const onlyGenuine: RequestHandler = async (req, res, next) => {
    const body: unknown = req.body;
    const verdict = Buffer.isBuffer(body)
      ? await checkSignature(body, req.get(`${headerPrefix}-signature`) ?? '')
      : 'forged';
    if (verdict === 'genuine') return next();
    if (verdict === 'forged') {
      log.warn('a webhook was refused, since the video service did not sign it');
      return void res.status(401).end();
    }
    log.error('a webhook cannot be checked, since the video service does not tell its public key');
    res.status(503).set('Retry-After', RETRY_AFTER_SECONDS).end();
  };

  const hear: RequestHandler = async (req, res) => {
    const notice = readNotice(jsonIn(req.body), clock.now());
    const id = req.get(`${headerPrefix}-uuid`) ?? '';
    if (notice) await hearFromRoom(ID.test(id) ? id : null, notice);
    res.status(200).end();
  };

  const router = Router({ caseSensitive: true, strict: true });
  router.all(ROOM_WEBHOOK_PATH, onlyPost);
  router.post(
    ROOM_WEBHOOK_PATH,
    express.raw({ type: () => true, limit: LARGEST_BODY, inflate: false }),
    onlyGenuine,
    hear,
  );
  router.use(ROOM_WEBHOOK_PATH, answerFaults);
  return router;
}

const onlyPost: RequestHandler = (req, res, next) => {
  res.set('Cache-Control', 'no-store');
  if (req.method === 'POST') next();
  else res.status(405).set('Allow', 'POST').end();
};

/** A body that is too large, compressed or cut short: the parser's own errors carry the status. Else the store is away. */
const answerFaults: ErrorRequestHandler = (error, _req, res, next) => {
  if (error instanceof StoreUnavailable) return void res.status(503).set('Retry-After', RETRY_AFTER_SECONDS).end();
  const { status, type } = error as { readonly status?: unknown; readonly type?: unknown };
  if (typeof type === 'string' && typeof status === 'number' && status < 500) res.status(status).end();
  else next(error);
};

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return null;
  }
}
