import type { Outcome } from '../domain/delivery.ts';

/** Of what is of use for a while only: where it cannot be done, nobody is told, and nobody has to look at it. */
export function withoutParking(outcome: Outcome): Outcome {
  return outcome.kind === 'parked' ? { kind: 'dropped', reason: outcome.reason } : outcome;
}
