export interface RateLimit {
  readonly calls: number;
  readonly seconds: number;
}

/**
 * Counts calls in fixed windows, as the real services do by their documentation.
 *
 * @returns for a call at this moment (milliseconds since 1970) how long to wait, in seconds; null for one that is let by
 */
export function makeRateLimit(limit: RateLimit | null): (nowMs: number) => number | null {
  let [beganMs, count] = [0, 0];
  return (nowMs) => {
    if (!limit) return null;
    const lengthMs = limit.seconds * 1_000;
    if (nowMs - beganMs >= lengthMs) [beganMs, count] = [nowMs, 0];
    count += 1;
    return count > limit.calls ? Math.max(1, Math.ceil((beganMs + lengthMs - nowMs) / 1_000)) : null;
  };
}
