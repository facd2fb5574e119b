import { DateTime } from 'luxon';
import type { Meeting } from './meeting.ts';
import { lastEnd } from './occurrence.ts';
import { ok, type Result, refuse } from './result.ts';

/** For a series without an end. */
const NEVER = DateTime.fromISO('9999-01-01T00:00:00Z', { zone: 'utc' });

/** Until when a meeting is one that is to come or under way; null for one that never takes place. A series is one. */
export function openUntil(meeting: Meeting): DateTime | null {
  return meeting.status === 'scheduled' ? (lastEnd(meeting) ?? NEVER) : null;
}

/** How many meetings are open. */
export interface OpenMeetings {
  readonly ofOrganizer: number;
  readonly ofWorkspace: number;
}

export interface TooManyOpenMeetings {
  readonly kind: 'too-many-open-meetings';
  readonly of: keyof OpenMeetings;
  readonly most: number;
}

/** Whether one more may be opened. @param most each */
export function mayOpenOneMore(open: OpenMeetings, most: OpenMeetings): Result<null, TooManyOpenMeetings> {
  for (const of of ['ofOrganizer', 'ofWorkspace'] as const) {
    if (open[of] >= most[of]) return refuse({ kind: 'too-many-open-meetings', of, most: most[of] });
  }
  return ok(null);
}
