import { expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import type { Recurrence } from '../../../src/domain/recurrence.ts';
import { readRequest } from '../../../src/language/read-request.ts';
import { ruleText } from '../../../src/slack/views/rule-text.ts';

test.each<[Recurrence, string]>([
  [{ freq: 'DAILY' }, 'every day'],
  [{ freq: 'WEEKLY' }, 'every week'],
  [{ freq: 'WEEKLY', byday: ['WE'] }, 'every Wednesday'],
  [{ freq: 'WEEKLY', byday: ['MO', 'TU', 'WE', 'TH', 'FR'] }, 'every weekday'],
  [{ freq: 'WEEKLY', byday: ['MO', 'WE', 'FR'], count: 6 }, 'every Monday, Wednesday and Friday, 6 times'],
  [{ freq: 'WEEKLY', interval: 2, byday: ['TH'] }, 'every 2 weeks on Thursday'],
  [{ freq: 'MONTHLY', byday: ['1MO'] }, 'every month on the first Monday'],
  [{ freq: 'MONTHLY', interval: 3, byday: ['-1FR'] }, 'every 3 months on the last Friday'],
  [
    { freq: 'MONTHLY', bymonthday: [1, 15], until: '2026-12-20' },
    'every month on day 1 and 15, until 20 December 2026',
  ],
  [{ freq: 'YEARLY' }, 'every year'],
])('%j is %s', (rule, text) => {
  expect(ruleText(rule, 'en-GB')).toBe(text);
});

test.each([
  ['en-US', 'every Wednesday, until December 20, 2026'],
  ['de-DE', 'every Wednesday, until 20 December 2026'],
])('the last day is written for %s: %s, and read again as the same', (locale, text) => {
  const rule = { freq: 'WEEKLY', byday: ['WE'], until: '2026-12-20' } as const;
  const now = DateTime.fromISO('2026-11-23T09:00', { zone: 'utc' });

  expect(ruleText(rule, locale)).toBe(text);
  expect(readRequest(text, { now, zone: 'UTC', locale }).recurrence).toEqual(rule);
});
