import { expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { morningOf } from '../../src/domain/morning.ts';

test.each<[string, { at: string; zone?: string; last?: string | null; hour?: number }, string | null, string]>([
  ['waits for its hour', { at: '2026-03-03T06:59:00Z' }, null, '2026-03-03T08:00+01:00'],
  ['has come at its hour', { at: '2026-03-03T07:00:00Z' }, '2026-03-03', '2026-03-04T08:00+01:00'],
  ['still counts some hours later', { at: '2026-03-03T10:59:00Z' }, '2026-03-03', '2026-03-04T08:00+01:00'],
  ['is over in the afternoon', { at: '2026-03-03T11:00:00Z' }, null, '2026-03-04T08:00+01:00'],
  ['comes once', { at: '2026-03-03T07:05:00Z', last: '2026-03-03' }, null, '2026-03-04T08:00+01:00'],
  ['comes the next day', { at: '2026-03-04T07:00:00Z', last: '2026-03-03' }, '2026-03-04', '2026-03-05T08:00+01:00'],
  ['is local', { at: '2026-03-03T13:00:00Z', zone: 'America/New_York' }, '2026-03-03', '2026-03-04T08:00-05:00'],
  [
    'does not come twice to who flies west',
    { at: '2026-03-02T23:30:00Z', zone: 'America/New_York', last: '2026-03-03' },
    null,
    '2026-03-04T08:00-05:00',
  ],
  ['follows the clocks', { at: '2026-03-28T07:00:00Z', zone: 'Europe/Berlin' }, '2026-03-28', '2026-03-29T08:00+02:00'],
  [
    'comes an hour later where the clocks skip its hour',
    { at: '2026-03-28T12:00:00Z', hour: 2 },
    null,
    '2026-03-29T03:00+02:00',
  ],
])('a morning %s', (_, { at, zone = 'Europe/Berlin', last = null, hour = 8 }, day, nextAt) => {
  const morning = morningOf(DateTime.fromISO(at), zone, hour, last);

  expect([morning.day, morning.nextAt.toFormat("yyyy-MM-dd'T'HH:mmZZ")]).toEqual([day, nextAt]);
});
