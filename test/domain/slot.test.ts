import { expect, test } from '@jest/globals';
import { DateTime, Duration } from 'luxon';
import { planSlot } from '../../src/domain/slot.ts';
import { expectOk } from '../support/results.ts';

const now = DateTime.fromISO('2026-03-02T08:59:42.500Z', { zone: 'utc' });
const minutes = (count: number) => Duration.fromObject({ minutes: count });
const slotAt = (start: string, zone: string, length: Duration) =>
  planSlot(DateTime.fromISO(start, { zone }), length, now);

test.each([
  [
    'an ordinary half hour',
    '2026-03-04T09:00',
    'Europe/Berlin',
    minutes(30),
    '09:00:00.000+01:00',
    '09:30:00.000+01:00',
  ],
  [
    'the night Berlin loses an hour',
    '2026-03-29T01:30',
    'Europe/Berlin',
    minutes(60),
    '01:30:00.000+01:00',
    '03:30:00.000+02:00',
  ],
  [
    'the night Berlin gains an hour',
    '2026-10-25T02:30+02:00',
    'Europe/Berlin',
    minutes(60),
    '02:30:00.000+02:00',
    '02:30:00.000+01:00',
  ],
  [
    'the night New York loses an hour',
    '2026-03-08T01:45',
    'America/New_York',
    minutes(30),
    '01:45:00.000-05:00',
    '03:15:00.000-04:00',
  ],
  [
    'the night New York gains an hour',
    '2026-11-01T01:45-04:00',
    'America/New_York',
    minutes(30),
    '01:45:00.000-04:00',
    '01:15:00.000-05:00',
  ],
  [
    'the half hour that Lord Howe gains',
    '2026-04-05T01:45+11:00',
    'Australia/Lord_Howe',
    minutes(30),
    '01:45:00.000+11:00',
    '01:45:00.000+10:30',
  ],
  [
    'the half hour that Lord Howe loses',
    '2026-10-04T01:45',
    'Australia/Lord_Howe',
    minutes(30),
    '01:45:00.000+10:30',
    '02:45:00.000+11:00',
  ],
])('%s lasts as long as it says and keeps its zone', (_, start, zone, length, startsAt, endsAt) => {
  const slot = expectOk(slotAt(start, zone, length));

  const day = start.slice(0, 10);
  expect([slot.start.toISO(), slot.end.toISO()]).toEqual([`${day}T${startsAt}`, `${day}T${endsAt}`]);
  expect([slot.start.zoneName, slot.end.zoneName]).toEqual([zone, zone]);
});

test('a day is 24 hours, also where the clock shows 25', () => {
  const slot = expectOk(slotAt('2026-10-24T12:00', 'Europe/Berlin', Duration.fromObject({ days: 1 })));

  expect(slot.toISO()).toBe('2026-10-24T12:00:00.000+02:00/2026-10-25T11:00:00.000+01:00');
});

test.each([
  ['the minute already begun', '2026-03-02T08:59:00Z', minutes(30)],
  ['a year ahead to the millisecond', '2027-03-02T08:59:42.500Z', minutes(30)],
  ['five minutes', '2026-03-04T09:00:00Z', minutes(5)],
  ['twenty-four hours', '2026-03-04T09:00:00Z', Duration.fromObject({ hours: 24 })],
])('%s may still be chosen', (_, start, length) => {
  expect(slotAt(start, 'utc', length)).toMatchObject({ ok: true });
});

test.each([
  ['the minute before', '2026-03-02T08:58:59.999Z', minutes(30), 'starts-in-the-past'],
  ['a moment more than a year ahead', '2027-03-02T08:59:42.501Z', minutes(30), 'starts-too-far-ahead'],
  ['less than five minutes', '2026-03-04T09:00:00Z', Duration.fromMillis(299_999), 'too-short'],
  ['no time at all', '2026-03-04T09:00:00Z', minutes(0), 'too-short'],
  ['an end before the start', '2026-03-04T09:00:00Z', minutes(-30), 'too-short'],
  ['more than a day', '2026-03-04T09:00:00Z', Duration.fromMillis(86_400_001), 'too-long'],
])('%s is refused', (_, start, length, kind) => {
  expect(slotAt(start, 'utc', length)).toMatchObject({ ok: false, problem: { kind } });
});
