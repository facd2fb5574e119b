import { describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import type { Meeting, OccurrenceChange } from '../../src/domain/meeting.ts';
import {
  firstStart,
  lastEnd,
  nextOccurrence,
  occurrenceOf,
  occurrencesBetween,
  upcoming,
} from '../../src/domain/occurrence.ts';
import type { Recurrence } from '../../src/domain/recurrence.ts';
import { aMeeting, berlin } from '../support/a-meeting.ts';

const series = (rule: Recurrence, start: DateTime = berlin('2026-03-03T09:00'), changes: OccurrenceChange[] = []) =>
  aMeeting({ startsAt: start, endsAt: start.plus({ minutes: 30 }), series: { rule, changes } });
const starts = (meeting: Meeting, from: DateTime, to: DateTime) =>
  occurrencesBetween(meeting, from, to)
    .filter(({ isCancelled }) => !isCancelled)
    .map(({ startsAt }) => startsAt.toFormat('yyyy-MM-dd HH:mm'));

const yearFrom = (at: DateTime) => at.plus({ years: 1 });

describe('a meeting that does not repeat', () => {
  test('has one occurrence, as long as it is not over', () => {
    const meeting = aMeeting();

    expect(upcoming(meeting, meeting.startsAt, 3).map(({ key }) => key)).toEqual(['once']);
    expect(nextOccurrence(meeting, meeting.endsAt)).toBeNull();
    expect(lastEnd(meeting)).toEqual(meeting.endsAt);
    expect(occurrenceOf(meeting, '20260303T080000Z')).toBeNull();
  });
});

describe('a rule has these starts', () => {
  test.each<[string, Recurrence, string, string[]]>([
    [
      'every other Friday',
      { freq: 'WEEKLY', interval: 2, byday: ['FR'] },
      '2026-03-06T15:00',
      ['2026-03-06 15:00', '2026-03-20 15:00', '2026-04-03 15:00'],
    ],
    [
      'Mondays and Wednesdays, first on a Wednesday',
      { freq: 'WEEKLY', byday: ['MO', 'WE'] },
      '2026-03-04T10:00',
      ['2026-03-04 10:00', '2026-03-09 10:00', '2026-03-11 10:00'],
    ],
    [
      'every weekday',
      { freq: 'WEEKLY', byday: ['MO', 'TU', 'WE', 'TH', 'FR'] },
      '2026-03-06T09:30',
      ['2026-03-06 09:30', '2026-03-09 09:30', '2026-03-10 09:30'],
    ],
    [
      'the first Monday of the month',
      { freq: 'MONTHLY', byday: ['1MO'] },
      '2026-03-02T09:00',
      ['2026-03-02 09:00', '2026-04-06 09:00', '2026-05-04 09:00'],
    ],
    [
      'the last Friday of the month',
      { freq: 'MONTHLY', byday: ['-1FR'] },
      '2026-03-27T09:00',
      ['2026-03-27 09:00', '2026-04-24 09:00', '2026-05-29 09:00'],
    ],
    [
      'the 31st, in months that have one',
      { freq: 'MONTHLY', bymonthday: [31] },
      '2026-03-31T09:00',
      ['2026-03-31 09:00', '2026-05-31 09:00', '2026-07-31 09:00'],
    ],
    [
      'three times',
      { freq: 'DAILY', count: 3 },
      '2026-03-03T09:00',
      ['2026-03-03 09:00', '2026-03-04 09:00', '2026-03-05 09:00'],
    ],
    [
      'until a day',
      { freq: 'DAILY', until: '2026-03-04' },
      '2026-03-03T09:00',
      ['2026-03-03 09:00', '2026-03-04 09:00'],
    ],
    [
      'every 29 February',
      { freq: 'YEARLY' },
      '2028-02-29T09:00',
      ['2028-02-29 09:00', '2032-02-29 09:00', '2036-02-29 09:00'],
    ],
  ])('%s', (_, rule, start, expected) => {
    const meeting = series(rule, berlin(start));

    expect(upcoming(meeting, meeting.startsAt, 3).map(({ startsAt }) => startsAt.toFormat('yyyy-MM-dd HH:mm'))).toEqual(
      expected,
    );
  });
});

describe('the hour stays the hour', () => {
  test.each([
    ['Europe/Berlin', '2026-03-25T09:00'],
    ['America/New_York', '2026-03-05T09:00'],
    ['Australia/Lord_Howe', '2026-04-01T09:00'],
    ['Africa/Casablanca', '2026-02-10T09:00'],
    ['Asia/Kolkata', '2026-03-25T09:00'],
  ])('across the clock changes of %s', (zone, start) => {
    const meeting = series({ freq: 'DAILY' }, DateTime.fromISO(start, { zone }));
    const all = occurrencesBetween(meeting, meeting.startsAt, yearFrom(meeting.startsAt));

    expect(new Set(all.map(({ startsAt }) => startsAt.toFormat('HH:mm')))).toEqual(new Set(['09:00']));
    expect(all).toHaveLength(366);
  });

  test('moves forward by the gap where the clocks skip it, and is the first of two where it comes twice', () => {
    const spring = series({ freq: 'DAILY' }, berlin('2026-03-28T02:30'));
    const autumn = series({ freq: 'DAILY' }, berlin('2026-10-24T02:30'));

    expect(upcoming(spring, spring.startsAt, 3).map(({ startsAt }) => startsAt.toISO())).toEqual([
      '2026-03-28T02:30:00.000+01:00',
      '2026-03-29T03:30:00.000+02:00',
      '2026-03-30T02:30:00.000+02:00',
    ]);
    expect(upcoming(autumn, autumn.startsAt, 2).map(({ startsAt }) => startsAt.toISO())).toEqual([
      '2026-10-24T02:30:00.000+02:00',
      '2026-10-25T02:30:00.000+02:00',
    ]);
  });
});

describe('what another reader of RRULE finds', () => {
  const rules: Recurrence[] = [
    { freq: 'DAILY' },
    { freq: 'DAILY', interval: 3 },
    { freq: 'DAILY', count: 40 },
    { freq: 'WEEKLY' },
    { freq: 'WEEKLY', interval: 2, byday: ['TU', 'TH'] },
    { freq: 'WEEKLY', interval: 3, byday: ['MO', 'SU', 'TU'] },
    { freq: 'WEEKLY', byday: ['TU', 'FR'], count: 17 },
    { freq: 'MONTHLY' },
    { freq: 'MONTHLY', interval: 2, byday: ['1TU'] },
    { freq: 'MONTHLY', byday: ['-1TU', '1TU'] },
    { freq: 'MONTHLY', bymonthday: [3, 15] },
    { freq: 'YEARLY' },
  ];
  test.each(rules.map((rule) => [JSON.stringify(rule), rule] as const))('is found for %s', (_, rule) => {
    const start = berlin('2026-03-03T09:00');
    const meeting = series(rule, start);
    const end = start.plus({ years: 2 });
    const text = Object.entries(rule)
      .map(([part, value]) => `${part.toUpperCase()}=${Array.isArray(value) ? value.join(',') : value}`)
      .join(';');
    const iterator = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateTimeString('2026-03-03T09:00:00'));
    const expected: string[] = [];
    for (
      let next = iterator.next();
      next && next.toString() < end.toFormat("yyyy-MM-dd'T'HH:mm:ss");
      next = iterator.next()
    )
      expected.push(next.toString().slice(0, 16).replace('T', ' '));

    expect(starts(meeting, start, end.minus(1))).toEqual(expected);
  });
});

describe('changes of single occurrences', () => {
  const weekly: Recurrence = { freq: 'WEEKLY', byday: ['TU'] };
  const moved: OccurrenceChange = {
    key: '20260310T080000Z',
    kind: 'moved',
    startsAt: berlin('2026-03-12T14:00'),
    endsAt: berlin('2026-03-12T15:00'),
  };
  const meeting = series(weekly, berlin('2026-03-03T09:00'), [moved, { key: '20260317T080000Z', kind: 'cancelled' }]);

  test('show at their new time, under their old key', () => {
    expect(starts(meeting, berlin('2026-03-01'), berlin('2026-03-25'))).toEqual([
      '2026-03-03 09:00',
      '2026-03-12 14:00',
      '2026-03-24 09:00',
    ]);
    expect(occurrenceOf(meeting, '20260310T080000Z')?.endsAt).toEqual(berlin('2026-03-12T15:00'));
    expect(occurrenceOf(meeting, '20260317T080000Z')?.isCancelled).toBe(true);
  });

  test.each(['20260311T080000Z', '20260310T090000Z', 'once', '', '20269999T080000Z'])('%j is no occurrence', (key) => {
    expect(occurrenceOf(meeting, key)).toBeNull();
  });
});

test('a series without an end has none, and the end of another is that of its last', () => {
  expect(lastEnd(series({ freq: 'DAILY' }))).toBeNull();
  expect(lastEnd(series({ freq: 'DAILY', count: 3 }))).toEqual(berlin('2026-03-05T09:30'));
  expect(lastEnd(series({ freq: 'WEEKLY', until: '2026-03-20' }))).toEqual(berlin('2026-03-17T09:30'));
});

test('a rule begins at its first day from the start on', () => {
  expect(firstStart({ freq: 'WEEKLY', interval: 2, byday: ['FR'] }, berlin('2026-03-03T09:00'))).toEqual(
    berlin('2026-03-06T09:00'),
  );
  expect(firstStart({ freq: 'MONTHLY', byday: ['1MO'] }, berlin('2026-03-03T09:00'))).toEqual(
    berlin('2026-04-06T09:00'),
  );
});
