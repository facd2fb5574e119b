import type { StatusCode } from '../../door/status-words.ts';

/**
 * How long to wait before asking for the state again, in milliseconds; null when nothing more is expected.
 *
 * @param opensInMs until the window opens; the state is asked for right then, with a little spread
 * @param random 0 to 1, so that five hundred pages do not ask together
 */
export function pollDelay(status: StatusCode, opensInMs: number | null, random: number): number | null {
  switch (status) {
    case 'waiting_for_host':
      return 3000 + 1000 * random;
    case 'too_early':
    case 'open': {
      const rarely = 15_000 + 15_000 * random;
      return opensInMs === null ? rarely : Math.min(rarely, Math.max(opensInMs, 500) + 300 * random);
    }
    default:
      return null;
  }
}

/** After a failed try: what the server asks for, or 4 s, and up to half as much again. */
export function retryDelay(retryAfterSeconds: number | null, random: number): number {
  return (retryAfterSeconds ?? 4) * 1000 * (1 + random / 2);
}
