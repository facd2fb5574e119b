import type { DateTime } from 'luxon';
import type { Meeting } from '../meeting.ts';
import { lastEnd, occurrenceOf, occurrencesBetween } from '../occurrence.ts';
import { ok, type Result, refuse } from '../result.ts';
import { type ChangeProblem, changed, unchangeable } from './changed.ts';

/** Cancels all of a meeting. Cancelling twice is cancelling once. @param reason in the canceller's words, one line */
export function cancelMeeting(meeting: Meeting, reason: string | null, now: DateTime): Result<Meeting, ChangeProblem> {
  if (meeting.status === 'cancelled') return ok(meeting);
  const stopped = unchangeable(meeting);
  if (stopped) return stopped;
  const end = lastEnd(meeting);
  if (end && end <= now) return refuse({ kind: 'over' });
  return ok(changed(meeting, { status: 'cancelled', reason }, now));
}

/** Cancels one occurrence of a series. */
export function cancelOccurrence(
  meeting: Meeting,
  key: string,
  reason: string | null,
  now: DateTime,
): Result<Meeting, ChangeProblem> {
  const { series } = meeting;
  if (!series) return cancelMeeting(meeting, reason, now);
  const stopped = unchangeable(meeting);
  if (stopped) return stopped;
  const occurrence = occurrenceOf(meeting, key);
  if (!occurrence) return refuse({ kind: 'unknown-occurrence' });
  if (occurrence.isCancelled) return ok(meeting);
  if (occurrence.endsAt <= now) return refuse({ kind: 'over' });
  const others = series.changes.filter((change) => change.key !== key);
  const changes = [...others, { key, kind: 'cancelled' as const, ...(reason && { reason }) }];
  return ok(changed(meeting, { series: { ...series, changes } }, now));
}

/** Ends a series before this occurrence; before the first one, it cancels all of it. */
export function cancelFollowing(
  meeting: Meeting,
  key: string,
  reason: string | null,
  now: DateTime,
): Result<Meeting, ChangeProblem> {
  const { series } = meeting;
  const stopped = unchangeable(meeting);
  if (stopped) return stopped;
  const occurrence = occurrenceOf(meeting, key);
  if (!occurrence) return refuse({ kind: 'unknown-occurrence' });
  if (!series) return cancelMeeting(meeting, reason, now);
  const before = occurrencesBetween(
    { ...meeting, series: { ...series, changes: [] } },
    meeting.startsAt,
    occurrence.plannedAt,
  );
  const last = before.filter(({ plannedAt }) => plannedAt < occurrence.plannedAt).at(-1);
  if (!last) return cancelMeeting(meeting, reason, now);
  const { count: _, ...rule } = series.rule;
  const changes = series.changes.filter(
    (change) => (occurrenceOf(meeting, change.key)?.plannedAt ?? now) < occurrence.plannedAt,
  );
  const until = last.plannedAt.toISODate() ?? '';
  return ok(
    changed(meeting, { series: { rule: { ...rule, until }, changes, ...(reason && { whyEnded: reason }) } }, now),
  );
}

/** Why a run is off; with null for the run, why all of it is off or ends before its time. Null where none was given. */
export function reasonFor({ status, reason, series }: Meeting, run: string | null): string | null {
  if (status === 'cancelled') return reason;
  if (run === null) return series?.whyEnded ?? null;
  const change = series?.changes.find(({ key }) => key === run);
  return (change?.kind === 'cancelled' && change.reason) || null;
}

/** Takes a meeting back: what was sent of it is removed, as far as that can be done. */
export function withdraw(meeting: Meeting, now: DateTime): Result<Meeting, ChangeProblem> {
  if (meeting.status === 'withdrawn') return ok(meeting);
  const stopped = unchangeable(meeting);
  if (stopped) return stopped;
  if (meeting.startsAt <= now) return refuse({ kind: 'over' });
  return ok(changed(meeting, { status: 'withdrawn' }, now));
}
