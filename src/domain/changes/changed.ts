import type { DateTime } from 'luxon';
import { rememberStart } from '../earlier-starts.ts';
import { inviteeIdFor, type SlackUserId } from '../ids.ts';
import type { Meeting } from '../meeting.ts';
import { type Result, refuse } from '../result.ts';

export type ChangeProblem =
  | { readonly kind: 'not-scheduled'; readonly status: Meeting['status'] }
  | { readonly kind: 'over' }
  | { readonly kind: 'unknown-occurrence' }
  | { readonly kind: 'unknown-person' };

/** With this change; calendars must follow it (RFC 5546, 2.1.4). */
export function changed(meeting: Meeting, change: Partial<Meeting>, now: DateTime): Meeting {
  const next = { ...meeting, ...change };
  const earlierStarts = rememberStart(meeting, next.startsAt);
  return { ...next, earlierStarts, sequence: meeting.sequence + 1, changedAt: now };
}

/** With this change, which concerns no calendar. */
export function noted(meeting: Meeting, change: Partial<Meeting>, now: DateTime): Meeting {
  return { ...meeting, ...change, changedAt: now };
}

/** The same meeting, with who changed it where calendars must follow. */
export function changedBy(user: SlackUserId, before: Meeting, after: Meeting): Meeting {
  return after.sequence === before.sequence ? after : { ...after, changedBy: inviteeIdFor(after.id, user) };
}

/** The refusal for a meeting that cannot be changed any more; null for one that can. */
export function unchangeable({ status }: Meeting): Result<never, ChangeProblem> | null {
  return status === 'scheduled' ? null : refuse({ kind: 'not-scheduled', status });
}
