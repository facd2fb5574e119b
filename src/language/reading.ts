import type { DateTime, Duration } from 'luxon';
import type { Recurrence } from '../domain/recurrence.ts';

/** What a text was understood to ask for. Nothing is guessed: what could not be known is named in `needs`. */
export interface Reading {
  /** Plain text with Slack's escaping decoded; null when the text is only a time and people. */
  readonly title: string | null;
  /** A whole moment in the zone it was meant in, or only a day, or nothing. */
  readonly start: { readonly at: DateTime } | { readonly day: string } | null;
  /** The end or the length, where one was said. */
  readonly length: Duration | null;
  readonly people: People;
  readonly access: 'invited' | 'public';
  readonly recurrence: Recurrence | null;
  readonly needs: readonly Need[];
  readonly doubts: readonly Doubt[];
  /** What each stretch of the text was taken for, in order and without overlap. */
  readonly stretches: readonly Stretch[];
}

export interface People {
  /** Slack user ids. */
  readonly users: readonly string[];
  readonly channels: readonly string[];
  readonly groups: readonly string[];
  readonly emails: readonly string[];
  /** Names typed with an @ that Slack did not turn into a person. */
  readonly unresolved: readonly string[];
  /** `@channel`, `@here` or `@everyone` was typed. */
  readonly everyone: boolean;
}

export type Need = 'title' | 'date' | 'time';

/**
 * A reason to ask before anything is sent. `alternatives` are the whole moments to choose among:
 * - `past`: the next such time ahead
 * - `gap`: none; the clock skips the time that was said, and `start` is moved forward by the gap
 * - `twice`: the first, which was taken, and the second
 * - `seven`: in the morning and in the evening
 * - `next-weekday`, `numeric-date`: the one that was taken, then the other; none where no time is known
 * - `other-language`: the day that a word says in another language than the writer's, which was taken, then the time
 *   without it where there was one
 */
export interface Doubt {
  readonly kind: 'past' | 'gap' | 'twice' | 'seven' | 'next-weekday' | 'numeric-date' | 'other-language';
  readonly alternatives: readonly DateTime[];
}

export interface Stretch {
  /** Offsets into the text as Slack sent it, half-open. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly as: 'title' | 'time' | 'length' | 'recurrence' | 'zone' | 'person' | 'access' | 'connective';
}

/** Where, when and by whom a text was written. */
export interface ReadingContext {
  readonly now: DateTime;
  /** The writer's IANA zone. */
  readonly zone: string;
  /** The writer's Slack locale, such as `en-US` or `de-DE`. */
  readonly locale: string;
}
