import type { RoomSessions } from '../../ports/room-sessions.ts';
import type { RoomWebhooks } from '../../ports/room-webhooks.ts';
import type { RoomService } from '../../ports/rooms.ts';
import { makeBegin } from './attempt.ts';
import type { Endpoint } from './endpoint.ts';
import { participantCalls } from './participant-calls.ts';
import { patiently } from './patiently.ts';
import { makeRequest } from './request.ts';
import { roomCalls } from './room-calls.ts';
import { sessionCalls } from './session-calls.ts';
import { webhookCalls } from './webhook-calls.ts';

export interface RoomsApiOptions extends Pick<Endpoint, 'baseUrl' | 'authorization'> {
  readonly fetch?: typeof globalThis.fetch;
  /** For one call of a method, with its pages and repetitions. @default 5000 */
  readonly timeoutMs?: number;
  /** From 0 to 1. @default Math.random */
  readonly random?: () => number;
}

export type RoomsApi = RoomService & RoomSessions & RoomWebhooks;

/** The rooms of Dyte v2 and of Cloudflare RealtimeKit, which speak the same language at different doors. */
export function makeRoomsApi(options: RoomsApiOptions): RoomsApi {
  const { fetch = globalThis.fetch, timeoutMs = 5000, random = Math.random } = options;
  const begin = makeBegin(patiently(makeRequest(options, fetch), random), timeoutMs);
  return { ...roomCalls(begin), ...participantCalls(begin), ...sessionCalls(begin), ...webhookCalls(begin) };
}
