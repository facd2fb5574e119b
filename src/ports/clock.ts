import type { DateTime } from 'luxon';

/** The only source of the present. Use cases and the worker ask it; the domain is handed the answer. */
export interface Clock {
  /** The present instant, in UTC. */
  now(): DateTime;
}
