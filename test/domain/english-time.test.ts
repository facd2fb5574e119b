import { expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { type DayStyle, englishDay, englishHour, englishWeekday } from '../../src/domain/english-time.ts';

const evening = DateTime.fromISO('2026-09-07T17:05', { zone: 'Europe/Berlin' });

test.each<[DayStyle, string, string]>([
  ['full', 'Monday, 7 September 2026', 'Monday, September 7, 2026'],
  ['usual', 'Mon, 7 September 2026', 'Mon, September 7, 2026'],
  ['short', 'Mon 7 Sep 2026', 'Mon, Sep 7, 2026'],
  ['near', 'Mon 7 Sep', 'Mon, Sep 7'],
  ['date', '7 September 2026', 'September 7, 2026'],
])('a %s day is %s in Britain and %s in America', (style, british, american) => {
  expect([englishDay(evening, style, 'en-GB'), englishDay(evening, style, 'en-US')]).toEqual([british, american]);
});

test.each([
  ['en-US', 'Mon, Sep 7, 2026, 5:05 PM'],
  ['en-CA', 'Mon, Sep 7, 2026, 5:05 PM'],
  ['en-GB', 'Mon 7 Sep 2026, 17:05'],
  ['en-AU', 'Mon 7 Sep 2026, 5:05 PM'],
  ['en-IN', 'Mon 7 Sep 2026, 5:05 PM'],
  ['de-DE', 'Mon 7 Sep 2026, 17:05'],
  ['fr-CA', 'Mon 7 Sep 2026, 17:05'],
  ['es-LA', 'Mon 7 Sep 2026, 17:05'],
  ['pt-BR', 'Mon 7 Sep 2026, 17:05'],
  ['ja-JP', 'Mon, Sep 7, 2026, 17:05'],
  ['ko-KR', 'Mon, Sep 7, 2026, 5:05 PM'],
  ['fa-IR', 'Mon 7 Sep 2026, 17:05'],
  ['xx', 'Mon 7 Sep 2026, 17:05'],
  ['no locale at all', 'Mon 7 Sep 2026, 17:05'],
  ['', 'Mon 7 Sep 2026, 17:05'],
])('the words are English for %j, the order and the clock its own: %s', (locale, text) => {
  expect(`${englishDay(evening, 'short', locale)}, ${englishHour(evening, locale)}`).toBe(text);
});

test.each([
  ['00:00', '12:00 AM'],
  ['00:59', '12:59 AM'],
  ['01:00', '1:00 AM'],
  ['12:00', '12:00 PM'],
  ['13:07', '1:07 PM'],
  ['23:59', '11:59 PM'],
])('%s is %s', (on24, on12) => {
  const at = DateTime.fromISO(`2026-09-07T${on24}`, { zone: 'utc' });

  expect([englishHour(at, 'en-GB'), englishHour(at, 'en-US')]).toEqual([on24, on12]);
});

test('every month and every weekday has its name', () => {
  const firsts = Array.from({ length: 12 }, (_, at) => DateTime.utc(2026, at + 1, 1));
  const week = Array.from({ length: 7 }, (_, at) => DateTime.utc(2026, 9, 7 + at));

  expect(firsts.map((at) => englishDay(at, 'full', 'en-US'))).toEqual(
    firsts.map((at) => at.setLocale('en-US').toFormat('cccc, LLLL d, yyyy')),
  );
  expect(week.map(englishWeekday)).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
});
