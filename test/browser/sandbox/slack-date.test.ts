import { describe, expect, test } from '@jest/globals';
import { formatSlackDate, relativeTime } from '../../../src/browser/sandbox/slack-date.ts';

const seconds = Date.parse('2026-03-30T07:00:00Z') / 1_000;
const now = Date.parse('2026-03-29T20:00:00Z');
const berlin = { locale: 'en-US', zone: 'Europe/Berlin', now };

/** Node and browsers put a narrow space before AM and PM. */
const plain = (written: string | null) => written?.replaceAll('\u202f', ' ') ?? null;

describe('a date in a message', () => {
  test.each([
    ['{date_num}', '03/30/2026'],
    ['{date}', 'March 30, 2026'],
    ['{date_short}', 'Mar 30, 2026'],
    ['{date_long}', 'Monday, March 30, 2026'],
    ['{date_pretty}', 'tomorrow'],
    ['{date_short_pretty} at {time}', 'tomorrow at 9:00 AM'],
    ['{time_secs}', '9:00:00 AM'],
    ['{ago}', 'in 11 hours'],
    ['no token', 'no token'],
  ])('%s', (format, expected) => {
    expect(plain(formatSlackDate(seconds, format, berlin))).toBe(expected);
  });

  test.each([
    ['New York', { locale: 'en-US', zone: 'America/New_York', now }, 'tomorrow at 3:00 AM'],
    ['Tokyo, where it is the next day already', { locale: 'en-US', zone: 'Asia/Tokyo', now }, 'today at 4:00 PM'],
    ['Berlin in German', { locale: 'de-DE', zone: 'Europe/Berlin', now }, 'morgen at 09:00'],
  ])('is read in %s', (_where, reader, expected) => {
    expect(plain(formatSlackDate(seconds, '{date_pretty} at {time}', reader))).toBe(expected);
  });

  test.each(['{week}', '{date_nice}', '{toString}', '{constructor_pretty}'])('shows its fallback for %s', (format) => {
    expect(formatSlackDate(seconds, format, berlin)).toBeNull();
  });

  test('shows its fallback for an instant that no calendar has', () => {
    expect(formatSlackDate(99_999_999_999_999, '{date}', berlin)).toBeNull();
  });
});

test.each([
  [5 * 60_000, 'in 5 minutes'],
  [-90 * 60_000, '1 hour ago'],
  [26 * 3_600_000, 'tomorrow'],
])('%d ms away is "%s"', (difference, expected) => {
  expect(relativeTime(difference, 'en-US')).toBe(expected);
});
