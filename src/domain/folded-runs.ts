import type { DateTime } from 'luxon';
import type { Meeting } from './meeting.ts';
import type { Occurrence } from './occurrence.ts';
import type { PartStat } from './seat.ts';

/** A run of a meeting, and what was answered to it. */
export interface Run {
  readonly meeting: Pick<Meeting, 'id' | 'series'>;
  readonly occurrence: Occurrence;
  readonly answer: PartStat | null;
}

/** The runs of a series that are like the one that is shown. */
export interface More {
  readonly count: number;
  /** When the last of them starts. */
  readonly until: DateTime;
}

/**
 * The runs worth showing one by one: of a series the next, which stands for all that follow as planned and were answered
 * alike, and each that was moved or cancelled by itself or answered otherwise.
 *
 * @param runs in the order of their starts, which is kept
 */
export function foldedRuns<R extends Run>(runs: readonly R[]): (R & { readonly more: More | null })[] {
  const following = new Map<R, R[]>();
  const folded = new Set<R>();
  const standIns = new Map<string, R>();
  for (const run of runs.filter(isAsPlanned)) {
    const standIn = standIns.get(run.meeting.id);
    if (!standIn) standIns.set(run.meeting.id, run);
    if (standIn?.answer !== run.answer) continue;
    folded.add(run);
    following.set(standIn, [...(following.get(standIn) ?? []), run]);
  }
  return runs.filter((run) => !folded.has(run)).map((run) => ({ ...run, more: moreOf(following.get(run) ?? []) }));
}

export function isMoved({ startsAt, plannedAt }: Occurrence): boolean {
  return startsAt.toMillis() !== plannedAt.toMillis();
}

function isAsPlanned({ meeting, occurrence }: Run): boolean {
  return meeting.series !== null && !occurrence.isCancelled && !isMoved(occurrence);
}

function moreOf(runs: readonly Run[]): More | null {
  const last = runs.at(-1);
  return last ? { count: runs.length, until: last.occurrence.startsAt } : null;
}
