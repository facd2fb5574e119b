import type { DateTime } from 'luxon';

/** How often something may happen: `burst` times at once, and then once in every `intervalMs`. */
export interface Pace {
  readonly burst: number;
  readonly intervalMs: number;
}

/**
 * A token bucket kept as one instant: when it will be full again. Null while it never was used.
 *
 * @returns the bucket with one token less, or how long there will be none
 */
export function takeToken(
  fullAt: DateTime | null,
  now: DateTime,
  { burst, intervalMs }: Pace,
): { readonly fullAt: DateTime } | { readonly waitMs: number } {
  const aheadMs = fullAt ? Math.max(0, fullAt.toMillis() - now.toMillis()) : 0;
  // Emptier than empty says only that the clock was set back.
  const untilFullMs = aheadMs > burst * intervalMs ? 0 : aheadMs;
  const waitMs = untilFullMs - (burst - 1) * intervalMs;
  return waitMs > 0 ? { waitMs } : { fullAt: now.plus(untilFullMs + intervalMs) };
}
