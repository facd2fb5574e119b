import type { DateTime } from 'luxon';
import type { Question } from '../domain/draft.ts';
import { plainLine } from '../domain/plain-text.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { Need, Reading } from '../language/reading.ts';

export type ReadingProblem =
  | { readonly kind: 'needs'; readonly needs: readonly Need[]; readonly title: string | null }
  | { readonly kind: 'not-offered'; readonly what: 'repetition' | 'channels' | 'groups' | 'emails' | 'public' };

/** A reading that says everything a meeting needs and nothing that is not offered. */
export function understandReading(reading: Reading): Result<{ title: string; startsAt: DateTime }, ReadingProblem> {
  const { people, start } = reading;
  const title = plainLine(reading.title ?? '', Number.POSITIVE_INFINITY);
  const needs = title === '' && !reading.needs.includes('title') ? ['title' as const, ...reading.needs] : reading.needs;
  if (needs.length > 0 || !start || !('at' in start)) return refuse({ kind: 'needs', needs, title: title || null });
  if (reading.recurrence) return refuse({ kind: 'not-offered', what: 'repetition' });
  if (people.channels.length > 0 || people.everyone) return refuse({ kind: 'not-offered', what: 'channels' });
  if (people.groups.length > 0) return refuse({ kind: 'not-offered', what: 'groups' });
  if (people.emails.length > 0) return refuse({ kind: 'not-offered', what: 'emails' });
  if (reading.access === 'public') return refuse({ kind: 'not-offered', what: 'public' });
  return ok({ title, startsAt: start.at });
}

/** What leaves a doubt, or is too large to be sent unseen. */
export function questionsOf({ doubts, people }: Reading, count: number, confirmFromPeople: number): Question[] {
  return [
    // A past time without another to offer is refused instead.
    ...doubts.filter(({ kind, alternatives }) => kind !== 'past' || alternatives.length > 0),
    ...(people.unresolved.length > 0 ? [{ kind: 'unknown-names' as const, names: people.unresolved }] : []),
    ...(count >= confirmFromPeople ? [{ kind: 'many-people' as const, count }] : []),
  ];
}
