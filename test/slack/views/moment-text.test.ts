import { describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { readRequest } from '../../../src/language/read-request.ts';
import { momentText, shortMomentText, whenMrkdwn, whenText } from '../../../src/slack/views/moment-text.ts';

const utc = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' });
const start = utc('2026-02-11T08:00');
const end = utc('2026-02-11T08:30');

test.each([
  ['Europe/Berlin', 'de-DE', 'Wed, 11 February 2026, 09:00–09:30 (Europe/Berlin)'],
  ['Europe/London', 'en-GB', 'Wed, 11 February 2026, 08:00–08:30 (Europe/London)'],
  ['America/New_York', 'en-US', 'Wed, February 11, 2026, 3:00 AM–3:30 AM (America/New_York)'],
  ['Australia/Sydney', 'en-AU', 'Wed, 11 February 2026, 7:00 PM–7:30 PM (Australia/Sydney)'],
  ['Asia/Tokyo', 'ja-JP', 'Wed, February 11, 2026, 17:00–17:30 (Asia/Tokyo)'],
  ['Asia/Kathmandu', 'en-US', 'Wed, February 11, 2026, 1:45 PM–2:15 PM (Asia/Kathmandu)'],
  ['Pacific/Auckland', 'en-NZ', 'Wed, 11 February 2026, 9:00 PM–9:30 PM (Pacific/Auckland)'],
  ['UTC', 'no locale at all', 'Wed, 11 February 2026, 08:00–08:30 (UTC)'],
])('a reader in %s with %s reads %s', (zone, locale, text) => {
  expect(whenText(start, end, { zone, locale })).toBe(text);
});

test.each([
  ['Pacific/Auckland', 'Wed, 11 February 2026, 23:30 – Thu, 12 February 2026, 00:30 (Pacific/Auckland)'],
  ['Europe/Berlin', 'Wed, 11 February 2026, 11:30–12:30 (Europe/Berlin)'],
])('an end on another day of the reader in %s names that day', (zone, text) => {
  expect(whenText(utc('2026-02-11T10:30'), utc('2026-02-11T11:30'), { zone, locale: 'en-GB' })).toBe(text);
});

test('midnight and noon cannot be mistaken', () => {
  const reader = { zone: 'UTC', locale: 'en-US' };

  expect(whenText(utc('2026-02-11T00:00'), utc('2026-02-11T12:00'), reader)).toBe(
    'Wed, February 11, 2026, 12:00 AM–12:00 PM (UTC)',
  );
});

test('one instant is a day, an hour and a zone', () => {
  expect(momentText(start, { zone: 'Europe/Berlin', locale: 'en-US' })).toBe(
    'Wed, February 11, 2026, 9:00 AM (Europe/Berlin)',
  );
});

describe('for Slack to render', () => {
  test.each([
    [
      'a meeting on one day',
      end,
      '<!date^1770796800^{date_long_pretty}, {time}|Wed, 11 February 2026, 09:00>–' +
        '<!date^1770798600^{time}|09:30 (Europe/Berlin)>',
    ],
    [
      'a meeting over midnight',
      utc('2026-02-12T07:30'),
      '<!date^1770796800^{date_long_pretty}, {time}|Wed, 11 February 2026, 09:00> – ' +
        '<!date^1770881400^{date_short} {time}|Thu, 12 February 2026, 08:30 (Europe/Berlin)>',
    ],
  ])('%s says the same where the device cannot', (_, until, text) => {
    expect(whenMrkdwn(start, until, { zone: 'Europe/Berlin', locale: 'de-DE' })).toBe(text);
  });
});

describe.each(['en-US', 'en-GB', 'en-AU', 'ja-JP', 'de-DE'])(
  'what a reader with %s copies into a command',
  (locale) => {
    const zone = 'America/New_York';
    const startsAt = DateTime.fromISO('2026-11-23T17:00', { zone });

    test.each([
      ['a time with its end', whenText(startsAt, startsAt.plus({ minutes: 30 }), { zone, locale })],
      ['an instant', momentText(startsAt, { zone, locale })],
      ['a button', shortMomentText(startsAt, { zone, locale })],
    ])('from %s is read as the same time', (_, text) => {
      const { title, start, doubts } = readRequest(`standup ${text}`, {
        now: startsAt.minus({ days: 3 }),
        zone,
        locale,
      });

      expect([title, start && 'at' in start && start.at.toISO(), doubts]).toEqual(['standup', startsAt.toISO(), []]);
    });
  },
);
