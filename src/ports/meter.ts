import type { Gate } from '../domain/gate.ts';

/** Counts what an operator watches. Counting never fails, and nothing waits for it. */
export interface Meter {
  /** Slack was answered, so many milliseconds after its request was read. */
  readonly acknowledged: (ms: number) => void;
  /** A press of Join ended so: `admitted`, or the code of what was answered instead. */
  readonly pressed: (outcome: string) => void;
  /** A service asked us to wait. */
  readonly throttled: (gate: Gate) => void;
  /** A fault came to light that nothing had waited for. */
  readonly failed: () => void;
}

/** The outbox at one moment. */
export interface OutboxFigures {
  /** How long the oldest delivery that is due has been waiting; 0 where none is due. */
  readonly oldestSeconds: number;
  /** Refused for good. */
  readonly setAside: number;
}

/** Where nobody watches. */
export const NO_METER: Meter = { acknowledged: () => {}, pressed: () => {}, throttled: () => {}, failed: () => {} };
