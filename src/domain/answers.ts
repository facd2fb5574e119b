import type { InviteeId } from './ids.ts';
import type { Meeting } from './meeting.ts';
import type { Occurrence } from './occurrence.ts';
import type { PartStat, Seat } from './seat.ts';

/** The seat under which a series keeps what concerns all of it: the card, the file, an answer for every time. */
export const WHOLE_SERIES = 'series';

/** The occurrence under which a person's card and file are kept. */
export function cardOccurrence({ series }: Pick<Meeting, 'series'>): string {
  return series ? WHOLE_SERIES : 'once';
}

/**
 * What a person said to an occurrence; null while it is open. An answer holds for the start it was given for; one for
 * the whole series holds for each occurrence that has none of its own, until the series is moved.
 *
 * @param seats of the meeting
 */
export function answerOf(
  meeting: Meeting,
  occurrence: Occurrence,
  invitee: InviteeId,
  seats: readonly Seat[],
): PartStat | null {
  const answerAt = (key: string) =>
    seats.find((seat) => seat.invitee === invitee && seat.occurrence === key)?.answer ?? null;
  const own = answerAt(occurrence.key);
  if (own?.startsAt.toMillis() === occurrence.startsAt.toMillis()) return own.is;
  const forAll = meeting.series ? answerAt(WHOLE_SERIES) : null;
  const isMoved = occurrence.startsAt.toMillis() !== occurrence.plannedAt.toMillis();
  return forAll && !isMoved && forAll.startsAt.toMillis() === meeting.startsAt.toMillis() ? forAll.is : null;
}
