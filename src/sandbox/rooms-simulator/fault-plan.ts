import type { Operation } from './route.ts';

export interface Fault {
  readonly operation: Operation;
  /** How many calls of the operation pass before it; none unless given. */
  readonly skip?: number;
  /** How many calls meet it; 1 unless given. */
  readonly times?: number;
  readonly play:
    | { readonly kind: 'status'; readonly status: number; readonly retryAfterSeconds?: number }
    /** Never answered; the call did not take effect. */
    | { readonly kind: 'hang' }
    /** Answered as usual, but late, in real milliseconds. */
    | { readonly kind: 'slow'; readonly ms: number }
    /** The connection is reset before, or after, the call took effect. */
    | { readonly kind: 'lost-before' | 'lost-after' }
    /** The call takes effect, and the answer is a page of HTML with status 200. */
    | { readonly kind: 'garbage' }
    /** Never answered: `cut` is called before, or after, the call took effect, so that the app can be ended there. */
    | { readonly kind: 'cut-before' | 'cut-after'; readonly cut: () => void };
}

export interface FaultPlan {
  add(fault: Fault): void;
  /** What the next call of this operation meets, first come first served; null for nothing. */
  next(operation: Operation): Fault['play'] | null;
}

export function makeFaultPlan(): FaultPlan {
  const waiting: { fault: Fault; skips: number; left: number }[] = [];
  return {
    add(fault) {
      waiting.push({ fault, skips: fault.skip ?? 0, left: fault.times ?? 1 });
    },
    next(operation) {
      const index = waiting.findIndex(({ fault }) => fault.operation === operation);
      const entry = waiting[index];
      if (entry === undefined) return null;
      if (entry.skips > 0) {
        entry.skips -= 1;
        return null;
      }
      entry.left -= 1;
      if (entry.left <= 0) waiting.splice(index, 1);
      return entry.fault.play;
    },
  };
}
