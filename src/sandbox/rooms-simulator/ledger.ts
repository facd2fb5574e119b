import type { Fault } from './fault-plan.ts';
import type { Operation } from './route.ts';

/** One line of the ledger that tests trust. */
export interface ApiCall {
  /** Null where the door was not passed or the path leads nowhere. */
  readonly operation: Operation | null;
  readonly method: string;
  /** With its query. */
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970, by the simulator's clock. */
  readonly at: number;
  /** The status of the answer, or the kind of the fault that was played. */
  readonly outcome: number | Fault['play']['kind'];
}
