import type { DateTime } from 'luxon';
import type { Meeting } from './meeting.ts';
import { lastEnd } from './occurrence.ts';

/**
 * From when the time counts that a meeting is kept: its end, or the day it was made where it never took place. Null for
 * a series without an end.
 */
export function agesFrom(meeting: Meeting): DateTime | null {
  const { status, createdAt, changedAt } = meeting;
  if (status === 'draft' || status === 'discarded') return createdAt;
  return lastEnd(meeting) ?? (status === 'scheduled' ? null : changedAt);
}
