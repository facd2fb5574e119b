import type { DateTime } from 'luxon';
import type { DeliveryKind } from './delivery.ts';
import type { Meeting } from './meeting.ts';
import { keyOf, lastEnd } from './occurrence.ts';
import { freshSeat, type Seat } from './seat.ts';

/**
 * From when the time counts that a meeting is kept: its end, or the day it was made where it never took place. Null for
 * a series without an end.
 */
export function agesFrom(meeting: Meeting): DateTime | null {
  const { status, createdAt, changedAt } = meeting;
  if (status === 'draft' || status === 'discarded') return createdAt;
  return lastEnd(meeting) ?? (status === 'scheduled' ? null : changedAt);
}

/** The runs of a series that were over by some moment. */
export interface OldRuns {
  /** The last key that one of them can have. */
  readonly upTo: string;
  /** Keys of those that were moved and are not over. */
  readonly except: ReadonlySet<string>;
}

/** Also those that the series does not have any more, such as from before it was moved. */
export function oldRunsOf(meeting: Meeting, by: DateTime): OldRuns {
  const length = meeting.endsAt.diff(meeting.startsAt);
  const moved = (meeting.series?.changes ?? []).filter((change) => change.kind === 'moved' && change.endsAt > by);
  return { upTo: keyOf(meeting, by.minus(length)), except: new Set(moved.map(({ key }) => key)) };
}

/** What a seat of an old run is kept for: that somebody was told of the run, so that they are not told again. */
export function remainderOf({ meeting, occurrence, invitee, knows, mailed }: Seat): Seat | null {
  return knows || mailed ? { ...freshSeat(meeting, occurrence, invitee), knows, mailed } : null;
}

/** The deliveries of old runs that are kept for the same. */
export const TELLS_OF_RUNS: ReadonlySet<DeliveryKind> = new Set(['notice', 'mail']);
