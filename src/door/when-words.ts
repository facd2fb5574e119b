import type { DateTime } from 'luxon';
import { englishDay, englishHour, englishWeekday } from '../domain/english-time.ts';

export interface WhenWords {
  readonly date: string;
  readonly time: string;
  /** For a reader elsewhere, whose day may be another. */
  readonly dayAndTime: string;
  readonly zone: string;
}

/** A meeting's time in its own zone; the script writes it anew in the viewer's. @param locale the viewer's */
export function whenWords(startsAt: DateTime, endsAt: DateTime, locale: string): WhenWords {
  const isOneDay = startsAt.hasSame(endsAt, 'day');
  const day = (at: DateTime) => englishDay(at, 'full', locale);
  const hour = (at: DateTime) => englishHour(at, locale);
  return {
    date: isOneDay ? day(startsAt) : `${day(startsAt)} – ${day(endsAt)}`,
    time: `${hour(startsAt)}–${hour(endsAt)}`,
    dayAndTime: `${englishWeekday(startsAt)}, ${hour(startsAt)}${isOneDay ? '–' : ` – ${englishWeekday(endsAt)}, `}${hour(endsAt)}`,
    zone: startsAt.zoneName ?? 'UTC',
  };
}

/** As in `Wed, Nov 25, 9:00 AM`. */
export function momentWords(at: DateTime, locale: string): string {
  return `${englishDay(at, 'near', locale)}, ${englishHour(at, locale)}`;
}
