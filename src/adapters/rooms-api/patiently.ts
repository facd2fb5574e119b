import { setTimeout as sleep } from 'node:timers/promises';
import { RoomServiceFault } from '../../ports/rooms.ts';
import type { Request } from './request.ts';

/** Longest waits before the second and the third try; each real wait is a random part of it. */
const WAITS_MS = [100, 300];

/**
 * Asks again after a short random wait when the service is unavailable: at most three times, never after the
 * deadline, and only what is safe to repeat. Being told to slow down is no reason to ask again.
 * @param random from 0 to 1, as `Math.random`
 */
export function patiently(request: Request, random: () => number): Request {
  return async (ask, deadline) => {
    for (const longestMs of ask.repeatable ? WAITS_MS : []) {
      try {
        return await request(ask, deadline);
      } catch (fault) {
        if (!(fault instanceof RoomServiceFault) || fault.kind !== 'unavailable' || deadline.aborted) throw fault;
        await sleep(longestMs * random(), undefined, { signal: deadline }).catch(() => {
          throw fault;
        });
      }
    }
    return request(ask, deadline);
  };
}
