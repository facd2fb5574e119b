import type { DateTime } from 'luxon';
import { cardOccurrence, WHOLE_SERIES } from './answers.ts';
import type { Invitee } from './invitee.ts';
import { inviteeOf, type Meeting } from './meeting.ts';
import { occurrenceOf } from './occurrence.ts';
import type { Known, Seat } from './seat.ts';

/** What a change is to somebody who knows how it was. */
export type News = 'taken-off' | 'cancelled' | 'back' | 'moved' | 'lasts-until';

/** What is so of a meeting, or of one run of it, for this person; null for a run that the series does not have. */
export function truthOf(meeting: Meeting, invitee: Invitee, occurrence: string): Known | null {
  const isOff = meeting.status !== 'scheduled' || !inviteeOf(meeting, invitee.id);
  if (occurrence === cardOccurrence(meeting)) {
    return { startsAt: meeting.startsAt, isCancelled: isOff, until: meeting.series?.rule.until ?? null };
  }
  const one = occurrenceOf(meeting, occurrence);
  return one && { startsAt: one.startsAt, isCancelled: isOff || one.isCancelled, until: null };
}

/** What is new in this to somebody; null when they know it. */
export function newsOf(meeting: Meeting, invitee: Invitee, known: Known, truth: Known): News | null {
  if (truth.isCancelled) {
    if (known.isCancelled) return null;
    return inviteeOf(meeting, invitee.id) ? 'cancelled' : 'taken-off';
  }
  if (known.isCancelled) return 'back';
  if (known.startsAt.toMillis() !== truth.startsAt.toMillis()) return 'moved';
  return known.until === truth.until ? null : 'lasts-until';
}

/**
 * What somebody knows of one run of a series. Who was told of the series, and of nothing else, takes it to be as the
 * series has it; null for who was told of nothing.
 *
 * @param seats of this person
 */
export function knownOf(meeting: Meeting, occurrence: string, seats: readonly Seat[]): Known | null {
  const knownAt = (key: string) => seats.find((seat) => seat.occurrence === key)?.knows ?? null;
  const whole = knownAt(cardOccurrence(meeting));
  if (!whole || occurrence === cardOccurrence(meeting)) return whole;
  const one = occurrenceOf(meeting, occurrence);
  return knownAt(occurrence) ?? (one && { startsAt: one.plannedAt, isCancelled: false, until: null });
}

/**
 * Of which runs somebody may have to be told apart from the series: those that were changed, and those that they know
 * to have been.
 */
export function singledOut({ series }: Meeting, seats: readonly Seat[]): string[] {
  if (!series) return [];
  const known = seats.filter(({ occurrence, knows }) => knows && occurrence !== WHOLE_SERIES);
  return [...new Set([...series.changes.map(({ key }) => key), ...known.map(({ occurrence }) => occurrence)])];
}

/** Whether it is too late for news: what was changed is past, as they know it and as it is. */
export function isPast(meeting: Meeting, known: Known, truth: Known, now: DateTime): boolean {
  const lengthMs = meeting.endsAt.toMillis() - meeting.startsAt.toMillis();
  const ends = [known, ...(truth.isCancelled ? [] : [truth])].map(({ startsAt }) => startsAt.plus(lengthMs));
  return ends.every((end) => end <= now);
}
