import type { Router } from 'express';
import type { Logger } from 'pino';
import type { WebhookDialect } from '../adapters/rooms-api/dialects.ts';
import { readNotice } from '../adapters/rooms-api/read-notice.ts';
import { makeFetchWebhookKey } from '../adapters/rooms-api/webhook-key.ts';
import type { Clock } from '../ports/clock.ts';
import type { HearFromRoom } from '../usecases/hear-from-room.ts';
import { webhookRoutes } from '../webhooks/routes.ts';
import { makeSignatureCheck } from '../webhooks/signature-check.ts';

/** `POST /webhooks/rooms`, in the way of the video service that reports there. */
export function roomWebhookRoutes(deps: {
  readonly webhooks: WebhookDialect;
  readonly hearFromRoom: HearFromRoom;
  readonly clock: Clock;
  readonly log: Logger;
}): Router {
  const { webhooks, hearFromRoom, clock, log } = deps;
  const { keyUrl, headerPrefix, maySignRewritten } = webhooks;
  const checkSignature = makeSignatureCheck({ fetchKey: makeFetchWebhookKey(keyUrl), maySignRewritten, clock });
  return webhookRoutes({ headerPrefix, checkSignature, readNotice, hearFromRoom, clock, log });
}
