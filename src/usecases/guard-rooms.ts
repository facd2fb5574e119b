import { ROOM_SERVICE } from '../domain/gate.ts';
import type { Clock } from '../ports/clock.ts';
import type { Gates } from '../ports/gates.ts';
import { type RoomService, RoomServiceFault } from '../ports/rooms.ts';
import { inTurn, WaitedTooLong } from './in-turn.ts';

/** What a crowd at the door may have under way at the service; the rest come in turn. */
const MOST_AT_ONCE = 16;
/** Less than a page waits for its answer. */
const LONGEST_WAIT_MS = 6_000;
const SLOW_DOWN_SECONDS = 2;

/**
 * The same service for people at the door, who do not ask it while it wants to be left alone, and close its gate for
 * everybody when it says so. Who cannot be served now is told when to come back.
 */
export function guardedRooms(
  roomService: RoomService,
  deps: { readonly gates: Pick<Gates, 'opensAt' | 'close'>; readonly clock: Clock; readonly longestWaitMs?: number },
): RoomService {
  const { gates, clock, longestWaitMs = LONGEST_WAIT_MS } = deps;
  const takeTurn = inTurn(MOST_AT_ONCE, longestWaitMs);

  const guarded = <T>(ask: () => Promise<T>): Promise<T> =>
    takeTurn(async () => {
      checkGate();
      return ask().catch(async (error: unknown) => {
        if (error instanceof RoomServiceFault && error.kind === 'throttled') await close(error);
        throw error;
      });
    }).catch((error: unknown) => {
      if (!(error instanceof WaitedTooLong)) throw error;
      throw new RoomServiceFault('throttled', error.message, { retryAfterSeconds: SLOW_DOWN_SECONDS, cause: error });
    });

  function checkGate(): void {
    const now = clock.now();
    const opensAt = gates.opensAt([ROOM_SERVICE], now);
    if (!opensAt) return;
    const retryAfterSeconds = Math.max(1, Math.ceil(opensAt.diff(now).as('seconds')));
    throw new RoomServiceFault('throttled', 'the service wants to be left alone', { retryAfterSeconds });
  }

  async function close(fault: RoomServiceFault): Promise<void> {
    const now = clock.now();
    await gates.close(ROOM_SERVICE, now.plus({ seconds: fault.retryAfterSeconds ?? SLOW_DOWN_SECONDS }), now);
  }

  const methods = Object.entries(roomService) as [string, (...args: unknown[]) => Promise<unknown>][];
  return Object.fromEntries(
    methods.map(([name, method]) => [name, (...args: unknown[]) => guarded(() => method(...args))]),
  ) as unknown as RoomService;
}
