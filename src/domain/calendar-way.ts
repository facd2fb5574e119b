import type { CalendarChoice } from './calendar-choice.ts';
import type { Invitee } from './invitee.ts';
import type { Seat } from './seat.ts';

/**
 * By which way a meeting comes into the calendar of one person, as far as is known. Who was to get it by mail, and got
 * none for good, has no other way than a file.
 *
 * @param seat of the whole meeting
 */
export function calendarWayOf(
  person: Pick<Invitee, 'email'> | null,
  { calendar, mailed, unreached }: Pick<Seat, 'calendar' | 'mailed' | 'unreached'>,
): CalendarChoice {
  if (calendar === 'feed') return 'feed';
  if (calendar !== 'mail' && !person?.email) return 'file';
  const isInVain = mailed === null && unreached?.what === 'mail' && unreached.final;
  return isInVain ? 'file' : 'mail';
}
