import { type DateTime, Interval } from 'luxon';

export interface WhenWords {
  readonly date: string;
  readonly time: string;
  /** For a reader elsewhere, whose day may be another. */
  readonly dayAndTime: string;
  readonly zone: string;
  readonly length: string;
}

/** A meeting's time in its own zone, in English; the script writes it anew in the viewer's zone and locale. */
export function whenWords(startsAt: DateTime, endsAt: DateTime): WhenWords {
  const span = Interval.fromDateTimes(startsAt, endsAt);
  return {
    date: span.toLocaleString({ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' }),
    time: span.toLocaleString({ hour: 'numeric', minute: '2-digit' }),
    dayAndTime: span.toLocaleString({ weekday: 'short', hour: 'numeric', minute: '2-digit' }),
    zone: startsAt.zoneName,
    length: endsAt.diff(startsAt).rescale().toHuman({ listStyle: 'long' }),
  };
}
