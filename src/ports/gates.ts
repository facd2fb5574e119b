import type { DateTime } from 'luxon';
import type { Gate } from '../domain/gate.ts';

/** What the outside asked to wait with, remembered across restarts and shared between processes. */
export interface Gates {
  /** When all of these are open; null when they are now. */
  opensAt(gates: readonly Gate[], now: DateTime): DateTime | null;
  /** Holds for this process at once, and for the others from their next `refresh` on. */
  close(gate: Gate, until: DateTime, now: DateTime): Promise<void>;
  /** Learns what other processes were asked. */
  refresh(now: DateTime): Promise<void>;
}
