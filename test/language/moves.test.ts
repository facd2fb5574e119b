import { describe, expect, test } from '@jest/globals';
import { DateTime, Duration } from 'luxon';
import { type MoveReading, readMove } from '../../src/language/read-move.ts';

const HALF_AN_HOUR = Duration.fromObject({ minutes: 30 });

/** Read on Monday 2 March 2026 at nine in UTC. */
function move(text: string, iso: string, zone: string, locale = 'en-US', now = '2026-03-02T09:00:00Z'): string {
  const startsAt = DateTime.fromISO(iso, { zone });
  const reading = readMove(text, {
    now: DateTime.fromISO(now, { zone: 'utc' }),
    startsAt,
    length: HALF_AN_HOUR,
    locale,
  });
  return shown(reading);
}

function shown(reading: MoveReading): string {
  if (reading.kind !== 'to') return reading.kind;
  const { startsAt, length, doubts } = reading;
  const minutes = length.as('minutes');
  const asked = doubts.map(({ kind }) => ` ${kind}?`).join('');
  return `${startsAt.toFormat('yyyy-MM-dd HH:mm ZZ')}${minutes === 30 ? '' : ` for ${minutes}`}${asked}`;
}

describe('a meeting on Tuesday 3 March at nine in Berlin', () => {
  test.each([
    // A clock alone keeps the day.
    ['to 10', '2026-03-03 10:00 +01:00'],
    ['10', '2026-03-03 10:00 +01:00'],
    ['at 11', '2026-03-03 11:00 +01:00'],
    ['to 10:30', '2026-03-03 10:30 +01:00'],
    ['to 2', '2026-03-03 14:00 +01:00'],
    ['to 3pm', '2026-03-03 15:00 +01:00'],
    ['TO 17h', '2026-03-03 17:00 +01:00'],
    ['to noon', '2026-03-03 12:00 +01:00'],
    ['to half past 3', '2026-03-03 15:30 +01:00'],
    ['to 7', '2026-03-03 07:00 +01:00 seven?'],
    // A day alone keeps the hour.
    ['to thu', '2026-03-05 09:00 +01:00'],
    ['tomorrow', '2026-03-03 09:00 +01:00'],
    ['to next week', '2026-03-10 09:00 +01:00'],
    ['next thursday', '2026-03-12 09:00 +01:00 next-weekday?'],
    ['to dec 10', '2026-12-10 09:00 +01:00'],
    ['to the 20th', '2026-03-20 09:00 +01:00'],
    ['to 10/3', '2026-10-03 09:00 +02:00 numeric-date?'],
    ['today', '2026-03-02 09:00 +01:00 past?'],
    // Both.
    ['to thu 10', '2026-03-05 10:00 +01:00'],
    ['to friday noon', '2026-03-06 12:00 +01:00'],
    ['to 2026-04-01 14:00', '2026-04-01 14:00 +02:00'],
    ['in 2 hours', '2026-03-02 12:00 +01:00'],
    // A length, by itself or besides.
    ['to 10-11', '2026-03-03 10:00 +01:00 for 60'],
    ['to 3-4pm', '2026-03-03 15:00 +01:00 for 60'],
    ['to thu 10 for 1h', '2026-03-05 10:00 +01:00 for 60'],
    ['for 45 min', '2026-03-03 09:00 +01:00 for 45'],
    // From where it stands.
    ['by 15 min', '2026-03-03 09:15 +01:00'],
    ['an hour later', '2026-03-03 10:00 +01:00'],
    ['2 hours earlier', '2026-03-03 07:00 +01:00'],
    ['2 days later', '2026-03-05 09:00 +01:00'],
    ['by a week', '2026-03-10 09:00 +01:00'],
    // Another zone, in the meeting's own.
    ['to 10 Tokyo time', '2026-03-03 02:00 +01:00'],
    ['to thu 9am PT', '2026-03-05 18:00 +01:00'],
    // What cannot be read.
    ['to tomorrow afternoon', 'needs-time'],
    ['to thu morning', 'needs-time'],
    ['to every friday 10', 'repeats'],
    ['to the big room', 'unread'],
    ['to thu 10 <@U0BOB0000>', 'unread'],
    ['by and by', 'unread'],
    ['', 'unread'],
    ['to', 'unread'],
  ])('%s: %s', (text, expected) => {
    expect(move(text, '2026-03-03T09:00', 'Europe/Berlin')).toBe(expected);
  });
});

describe('in other zones, languages and over clock changes', () => {
  test.each([
    ['to 10', '2026-03-03T09:00', 'Asia/Kolkata', 'en-GB', '2026-03-03 10:00 +05:30'],
    ['to thu', '2026-03-03T09:00', 'Asia/Kathmandu', 'en-US', '2026-03-05 09:00 +05:45'],
    // It is still Sunday there.
    ['today', '2026-03-03T23:00', 'Pacific/Pago_Pago', 'en-US', '2026-03-01 23:00 -11:00'],
    ['tomorrow', '2026-03-03T09:00', 'Pacific/Kiritimati', 'en-US', '2026-03-03 09:00 +14:00'],
    ['by a week', '2026-03-07T09:00', 'America/New_York', 'en-US', '2026-03-14 09:00 -04:00'],
    ['24 hours later', '2026-03-07T09:00', 'America/New_York', 'en-US', '2026-03-08 10:00 -04:00'],
    ['to 2:30am', '2026-03-08T09:00', 'America/New_York', 'en-US', '2026-03-08 03:30 -04:00 gap?'],
    ['to 2:30am', '2026-10-25T09:00', 'Europe/Berlin', 'en-US', '2026-10-25 02:30 +02:00 twice?'],
    ['to 29 march', '2026-03-03T02:30', 'Europe/Berlin', 'en-US', '2026-03-29 03:30 +02:00 gap?'],
    ['to 10/3', '2026-03-03T09:00', 'Europe/London', 'en-GB', '2026-03-10 09:00 +00:00 numeric-date?'],
    ['übermorgen um 14 Uhr', '2026-03-03T09:00', 'Europe/Berlin', 'de-DE', '2026-03-04 14:00 +01:00'],
    ['demain à 14h', '2026-03-03T09:00', 'Europe/Paris', 'fr-FR', '2026-03-03 14:00 +01:00'],
  ])('%s, at %s in %s (%s): %s', (text, iso, zone, locale, expected) => {
    expect(move(text, iso, zone, locale)).toBe(expected);
  });
});
