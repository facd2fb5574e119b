import { createHash } from 'node:crypto';
import type { DateTime } from 'luxon';
import { cardOccurrence } from './answers.ts';
import type { Invitee } from './invitee.ts';
import { inviteeOf, type Meeting } from './meeting.ts';
import { occurrenceOf } from './occurrence.ts';
import type { Seat } from './seat.ts';
import { truthOf } from './told.ts';

/** What the calendar of one person was last told by mail: of a meeting, or of one run of a series. */
export interface Mailed {
  readonly startsAt: DateTime;
  readonly endsAt: DateTime;
  /** Or that the person is not invited any more. */
  readonly isCancelled: boolean;
  /** Of the link that stands in it. */
  readonly linkVersion: number;
  /** A digest of the words, and of the rule of a series; null for what may have been told, which nobody can find out. */
  readonly words: string | null;
}

/**
 * - `invited`: asked for the first time, asked again, or under another link
 * - `moved`: to another time
 * - `changed`: in its words, or in how it repeats
 */
export type MailNews = 'invited' | 'moved' | 'changed' | 'cancelled' | 'taken-off';

/** What the calendar of this person has to say; null for a run that the series does not have. */
export function mailTruthOf(meeting: Meeting, person: Invitee, occurrence: string): Mailed | null {
  const truth = truthOf(meeting, person, occurrence);
  const isWhole = occurrence === cardOccurrence(meeting);
  const shown = isWhole ? meeting : occurrenceOf(meeting, occurrence);
  if (!truth || !shown) return null;
  const { startsAt, endsAt } = shown;
  const words = isWhole ? wordsOf(meeting) : '';
  return { startsAt, endsAt, isCancelled: truth.isCancelled, linkVersion: person.linkVersion, words };
}

/**
 * What their calendar says of it so far; null where nothing was mailed. A run of which nothing was said by itself is as
 * the series has it.
 *
 * @param seats of this person
 */
export function mailedOf(meeting: Meeting, occurrence: string, seats: readonly Seat[]): Mailed | null {
  const mailedAt = (key: string) => seats.find((seat) => seat.occurrence === key)?.mailed ?? null;
  const whole = mailedAt(cardOccurrence(meeting));
  if (!whole || occurrence === cardOccurrence(meeting)) return whole;
  const own = mailedAt(occurrence);
  if (own) return own;
  const one = occurrenceOf(meeting, occurrence);
  if (!one) return null;
  const endsAt = one.plannedAt.plus(meeting.endsAt.diff(meeting.startsAt));
  return { ...whole, startsAt: one.plannedAt, endsAt, isCancelled: false, words: '' };
}

/** What has to be mailed so that a calendar which says `mailed` says `truth`; null for nothing. */
export function mailNewsOf(meeting: Meeting, person: Invitee, mailed: Mailed | null, truth: Mailed): MailNews | null {
  if (!mailed) return truth.isCancelled ? null : 'invited';
  if (truth.isCancelled) {
    if (mailed.isCancelled && mailed.words !== null) return null;
    return inviteeOf(meeting, person.id) ? 'cancelled' : 'taken-off';
  }
  if (mailed.isCancelled || mailed.linkVersion !== truth.linkVersion) return 'invited';
  const isSameTime = mailed.startsAt.equals(truth.startsAt.setZone(mailed.startsAt.zone));
  const isSameEnd = mailed.endsAt.toMillis() === truth.endsAt.toMillis();
  if (!isSameTime || !isSameEnd) return 'moved';
  return mailed.words === truth.words ? null : 'changed';
}

function wordsOf({ title, notes, series }: Meeting): string {
  const said = JSON.stringify([title, notes, series?.rule ?? null]);
  return createHash('sha256').update(said).digest('base64url').slice(0, 12);
}
