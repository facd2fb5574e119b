import { describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import type { CalendarMeeting } from '../../src/calendar/calendar-meeting.ts';
import { feed } from '../../src/calendar/feed.ts';
import { invitation } from '../../src/calendar/invitation.ts';
import { slackFile } from '../../src/calendar/slack-file.ts';
import type { Recurrence } from '../../src/domain/recurrence.ts';
import { type Span, shownByIcalJs, shownByNodeIcal } from './calendars.ts';
import { aSeries, now, people } from './meetings.ts';

// Berlin and New York change to and from summer time, Sydney on the other half of the globe, Lord Howe by half an hour.
const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Sydney', 'Australia/Lord_Howe', 'Asia/Kolkata'];
/** A Wednesday, and the first of a month. */
const FIRST_DAY = '2026-04-01';
const DAYS = 366;
const LENGTH = { minutes: 30 };

const FORMS = [
  { hour: '09:00', form: (series: CalendarMeeting) => invitation(series, people, now) },
  { hour: '00:15', form: (series: CalendarMeeting) => slackFile(series, now) },
  { hour: '23:30', form: (series: CalendarMeeting) => feed('Bob', [series], now) },
];

interface Repeating {
  readonly name: string;
  readonly rule: Recurrence;
  /** Whether a day, so many after the first, is one of the series. */
  readonly isOn: (day: DateTime, index: number) => boolean;
}

const SERIES: readonly Repeating[] = [
  { name: 'every day', rule: { freq: 'DAILY' }, isOn: () => true },
  { name: 'every third day', rule: { freq: 'DAILY', interval: 3 }, isOn: (_, index) => index % 3 === 0 },
  {
    name: 'on weekdays until a day',
    rule: { freq: 'WEEKLY', byday: ['MO', 'TU', 'WE', 'TH', 'FR'], until: '2026-11-02' },
    isOn: (day) => day.weekday <= 5 && day.toISODate() <= '2026-11-02',
  },
  {
    name: 'every other week on two days',
    rule: { freq: 'WEEKLY', interval: 2, byday: ['WE', 'SU'] },
    isOn: (day, index) => Math.floor((index + 2) / 7) % 2 === 0 && [3, 7].includes(day.weekday),
  },
  {
    name: 'forty times every week',
    rule: { freq: 'WEEKLY', count: 40 },
    isOn: (_, index) => index % 7 === 0 && index < 280,
  },
  {
    name: 'on the first Wednesday',
    rule: { freq: 'MONTHLY', byday: ['1WE'] },
    isOn: (day) => day.weekday === 3 && day.day <= 7,
  },
  { name: 'on the first of the month', rule: { freq: 'MONTHLY', bymonthday: [1] }, isOn: (day) => day.day === 1 },
  {
    name: 'on the first and the last of the month',
    rule: { freq: 'MONTHLY', bymonthday: [1, -1] },
    isOn: (day) => day.day === 1 || day.day === day.daysInMonth,
  },
  { name: 'every year', rule: { freq: 'YEARLY' }, isOn: (day) => day.month === 4 && day.day === 1 },
  {
    name: 'on the first of that month every year',
    rule: { freq: 'YEARLY', bymonthday: [1] },
    isOn: (day) => day.month === 4 && day.day === 1,
  },
  {
    name: 'on the first Wednesday of that month every year',
    rule: { freq: 'YEARLY', byday: ['1WE'] },
    isOn: (day) => day.month === 4 && day.weekday === 3 && day.day <= 7,
  },
];

function start(day: DateTime, hour: string): DateTime {
  return DateTime.fromISO(`${day.toISODate()}T${hour}`, { zone: day.zone });
}

function spans(days: readonly DateTime[], hour: string): Span[] {
  return days.map((day) => {
    const at = start(day, hour);
    return { start: at.toMillis(), end: at.plus(LENGTH).toMillis() };
  });
}

function days(zone: string): DateTime[] {
  const first = DateTime.fromISO(FIRST_DAY, { zone });
  return Array.from({ length: DAYS }, (_, index) => first.plus({ days: index }));
}

describe.each(ZONES)('in %s', (zone) => {
  const all = days(zone);
  const [first, last] = [all[0] as DateTime, all[DAYS - 1] as DateTime];
  const from = first.toMillis();
  const to = last.endOf('day').toMillis();

  test.each(SERIES.flatMap((series) => FORMS.map((form) => ({ ...series, ...form }))))(
    'a meeting $name at $hour keeps its hour all year',
    ({ rule, isOn, hour, form }) => {
      const at = start(first, hour);
      const expected = spans(all.filter(isOn), hour);

      const { content } = form(aSeries({ rule }, { start: at, end: at.plus(LENGTH) }));
      expect(shownByIcalJs(content, from, to)).toEqual(expected);
      expect(shownByNodeIcal(content, from, to)).toEqual(expected);
    },
  );

  test('occurrences that were moved or cancelled on either side of the clock changes are so everywhere', () => {
    const hour = '09:00';
    const at = start(first, hour);
    const [movedDays, cancelledDays] = [0, 1].map((rest) => all.filter((_, index) => index % 10 === rest + 3));
    const series = aSeries(
      {
        rule: { freq: 'DAILY' },
        without: (cancelledDays ?? []).map((day) => start(day, hour)),
        moved: (movedDays ?? []).map((day) => ({
          original: start(day, hour),
          start: start(day, '14:00'),
          end: start(day, '14:00').plus(LENGTH),
        })),
      },
      { start: at, end: at.plus(LENGTH) },
    );
    const expected = all.flatMap((day, index) => {
      if (index % 10 === 4) return [];
      return spans([day], index % 10 === 3 ? '14:00' : hour);
    });

    const { content } = slackFile(series, now);
    expect(shownByIcalJs(content, from, to)).toEqual(expected);
    expect(shownByNodeIcal(content, from, to)).toEqual(expected);
  });
});

test('an occurrence in the hour that the clocks skip can be cancelled', () => {
  const zone = 'Europe/Berlin';
  const at = DateTime.fromISO('2026-03-28T02:30', { zone });
  const skipped = DateTime.fromISO('2026-03-29T03:30', { zone });
  const series = aSeries(
    { rule: { freq: 'DAILY', count: 3 }, without: [skipped] },
    { start: at, end: at.plus(LENGTH) },
  );

  const { content } = slackFile(series, now);
  const shown = shownByIcalJs(content, at.toMillis(), at.plus({ days: 9 }).toMillis());
  expect(content).toContain('EXDATE;TZID=Europe/Berlin:20260329T023000\r\n');
  expect(shown.map((span) => span.start)).toEqual([at.toMillis(), at.plus({ days: 2 }).toMillis()]);
});

test('an occurrence moved to the second of two like hours begins in the second', () => {
  const zone = 'Europe/Berlin';
  const at = DateTime.fromISO('2026-10-23T09:00', { zone });
  const second = DateTime.fromISO('2026-10-25T01:30:00Z', { zone });
  const moved = { original: at.plus({ weeks: 1 }), start: second, end: second.plus(LENGTH) };
  const series = aSeries({ rule: { freq: 'WEEKLY', count: 2 }, moved: [moved] }, { start: at, end: at.plus(LENGTH) });

  const { content } = slackFile(series, now);
  for (const shown of [shownByIcalJs, shownByNodeIcal])
    expect(shown(content, at.toMillis(), at.plus({ days: 30 }).toMillis())).toEqual([
      { start: at.toMillis(), end: at.plus(LENGTH).toMillis() },
      { start: second.toMillis(), end: second.plus(LENGTH).toMillis() },
    ]);
});

test('a series that begins in the second of two like hours keeps its hour', () => {
  const zone = 'Europe/Berlin';
  const second = DateTime.fromISO('2026-10-25T01:30:00Z', { zone });
  const series = aSeries({ rule: { freq: 'WEEKLY' } }, { start: second, end: second.plus(LENGTH) });

  const { content } = slackFile(series, now);
  const later = DateTime.fromISO('2027-04-04T02:30', { zone }).toMillis();
  for (const shown of [shownByIcalJs, shownByNodeIcal])
    expect(shown(content, later, later)).toEqual([{ start: later, end: later + 1_800_000 }]);
});

test('a series in UTC needs no zone', () => {
  const at = DateTime.fromISO('2026-03-27T09:00', { zone: 'utc' });
  const cancelled = at.plus({ weeks: 1 });
  const moved = {
    original: at.plus({ weeks: 2 }),
    start: at.plus({ days: 15 }),
    end: at.plus({ days: 15 }).plus(LENGTH),
  };
  const series = aSeries(
    { rule: { freq: 'WEEKLY', until: '2026-04-17' }, without: [cancelled], moved: [moved] },
    { start: at, end: at.plus(LENGTH) },
  );

  const { content } = slackFile(series, now);
  expect(content).not.toMatch(/TZID|VTIMEZONE/);
  expect(content).toContain('UNTIL=20260417T235959Z');
  for (const shown of [shownByIcalJs, shownByNodeIcal])
    expect(shown(content, at.toMillis(), at.plus({ months: 2 }).toMillis()).map(({ start }) => start)).toEqual(
      [at, moved.start, at.plus({ weeks: 3 })].map((start) => start.toMillis()),
    );
});
