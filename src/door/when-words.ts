import { LRUCache } from 'lru-cache';
import { type DateTime, Interval } from 'luxon';

export interface WhenWords {
  readonly date: string;
  readonly time: string;
  /** For a reader elsewhere, whose day may be another. */
  readonly dayAndTime: string;
  readonly zone: string;
  readonly length: string;
}

/** Forming a text of a time costs more than the rest of a page, and a meeting's page is asked for again and again. */
const known = new LRUCache<string, WhenWords>({ max: 1_000 });
const knownMoments = new LRUCache<string, string>({ max: 1_000 });

/** A meeting's time in its own zone, in English; the script writes it anew in the viewer's zone and locale. */
export function whenWords(startsAt: DateTime, endsAt: DateTime): WhenWords {
  const key = `${startsAt.toMillis()}/${endsAt.toMillis()}/${startsAt.zoneName}`;
  const words = known.get(key) ?? formWords(startsAt, endsAt);
  known.set(key, words);
  return words;
}

/** As in `Wed, Nov 25, 9:00 AM`. */
export function momentWords(at: DateTime): string {
  const key = `${at.toMillis()}/${at.zoneName}`;
  const words =
    knownMoments.get(key) ??
    at.toLocaleString({ weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' });
  knownMoments.set(key, words);
  return words;
}

function formWords(startsAt: DateTime, endsAt: DateTime): WhenWords {
  const span = Interval.fromDateTimes(startsAt, endsAt);
  return {
    date: span.toLocaleString({ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' }),
    time: span.toLocaleString({ hour: 'numeric', minute: '2-digit' }),
    dayAndTime: span.toLocaleString({ weekday: 'short', hour: 'numeric', minute: '2-digit' }),
    zone: startsAt.zoneName,
    length: endsAt.diff(startsAt).rescale().toHuman({ listStyle: 'long' }),
  };
}
