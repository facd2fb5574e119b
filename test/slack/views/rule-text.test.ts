import { expect, test } from '@jest/globals';
import type { Recurrence } from '../../../src/domain/recurrence.ts';
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
  expect(ruleText(rule)).toBe(text);
});
