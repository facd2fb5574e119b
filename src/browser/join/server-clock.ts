/**
 * The server's time. A visitor's wall clock may be hours off, so only the browser's monotonic clock is used: it counts
 * the milliseconds since the server last told its time.
 */
export interface ServerClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** @param askedAt `monotonic()` when the request left; half of the way there and back is taken off */
  learn(serverNow: string, askedAt: number): void;
}

export function makeServerClock(serverNow: string, monotonic = () => performance.now()): ServerClock {
  let offset = Date.parse(serverNow) - monotonic();
  return {
    now: () => offset + monotonic(),
    learn(told, askedAt) {
      offset = Date.parse(told) - (askedAt + monotonic()) / 2;
    },
  };
}
