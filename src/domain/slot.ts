import { type DateTime, Duration, Interval } from 'luxon';
import { ok, type Result, refuse } from './result.ts';

export const SHORTEST_MEETING = Duration.fromObject({ minutes: 5 });
export const LONGEST_MEETING = Duration.fromObject({ hours: 24 });
export const FARTHEST_START = Duration.fromObject({ years: 1 });

export type SlotProblem =
  | { readonly kind: 'starts-in-the-past'; readonly startsAt: DateTime }
  | { readonly kind: 'starts-too-far-ahead'; readonly startsAt: DateTime; readonly farthest: Duration }
  | { readonly kind: 'too-short'; readonly shortest: Duration }
  | { readonly kind: 'too-long'; readonly longest: Duration };

/**
 * The time a meeting occupies, half-open so that back-to-back meetings do not overlap.
 *
 * @param startsAt in the organizer's zone, which the slot keeps
 * @param now the instant of the request; the minute already begun may still be chosen
 */
export function planSlot(startsAt: DateTime, length: Duration, now: DateTime): Result<Interval<true>, SlotProblem> {
  if (startsAt < now.startOf('minute')) return refuse({ kind: 'starts-in-the-past', startsAt });
  if (startsAt > now.plus(FARTHEST_START)) {
    return refuse({ kind: 'starts-too-far-ahead', startsAt, farthest: FARTHEST_START });
  }
  if (length.toMillis() < SHORTEST_MEETING.toMillis()) return refuse({ kind: 'too-short', shortest: SHORTEST_MEETING });
  if (length.toMillis() > LONGEST_MEETING.toMillis()) return refuse({ kind: 'too-long', longest: LONGEST_MEETING });
  // In milliseconds: a day in a Duration is a calendar day, which may have 25 hours.
  return ok(Interval.after(startsAt, length.toMillis()));
}
