import type { StatusCode } from './status-words.ts';

/** The answer of `GET /j/:link/state`; instants are ISO 8601 in UTC. */
export interface DoorState {
  readonly status: StatusCode;
  readonly serverNow: string;
  /** Only while it is too early. */
  readonly opensAt?: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Names of those who came in; empty unless the room is a simulation. */
  readonly entered: readonly string[];
}
