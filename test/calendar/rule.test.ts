import { expect, test } from '@jest/globals';
import { ruleValue } from '../../src/calendar/rule.ts';
import type { Recurrence } from '../../src/domain/recurrence.ts';
import { at } from './meetings.ts';

// A Friday: the first and, of the months with four, not the last.
const friday = at('2026-03-06T09:00');

test.each<[rule: Recurrence, value: string]>([
  [{ freq: 'DAILY' }, 'FREQ=DAILY'],
  [{ freq: 'WEEKLY', interval: 1 }, 'FREQ=WEEKLY'],
  [{ freq: 'WEEKLY', interval: 2, byday: ['FR', 'MO'], count: 8 }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,MO;COUNT=8'],
  [{ freq: 'MONTHLY', byday: ['1FR'] }, 'FREQ=MONTHLY;BYDAY=1FR'],
  [{ freq: 'MONTHLY', byday: ['-4FR'] }, 'FREQ=MONTHLY;BYDAY=-4FR'],
  [{ freq: 'MONTHLY', bymonthday: [6, 20] }, 'FREQ=MONTHLY;BYMONTHDAY=6,20'],
  [{ freq: 'MONTHLY', bymonthday: [-26] }, 'FREQ=MONTHLY;BYMONTHDAY=-26'],
  [{ freq: 'YEARLY', byday: ['1FR'] }, 'FREQ=YEARLY;BYMONTH=3;BYDAY=1FR'],
  [{ freq: 'YEARLY', bymonthday: [6] }, 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=6'],
  [{ freq: 'YEARLY', count: 1 }, 'FREQ=YEARLY;COUNT=1'],
  // The last second of the day where the meeting is, before and after the clocks change.
  [{ freq: 'WEEKLY', until: '2026-03-27' }, 'FREQ=WEEKLY;UNTIL=20260327T225959Z'],
  [{ freq: 'WEEKLY', until: '2026-04-03' }, 'FREQ=WEEKLY;UNTIL=20260403T215959Z'],
  [{ freq: 'WEEKLY', until: '2026-03-06' }, 'FREQ=WEEKLY;UNTIL=20260306T225959Z'],
])('%j is %s', (rule, value) => {
  expect(ruleValue(rule, friday)).toBe(value);
});

test.each([
  ['Asia/Kolkata', '20260626T182959Z'],
  ['Pacific/Kiritimati', '20260626T095959Z'],
  ['Pacific/Honolulu', '20260627T095959Z'],
])('the last day ends when it ends in %s', (zone, until) => {
  const start = at('2026-03-06T09:00', zone);

  expect(ruleValue({ freq: 'WEEKLY', until: '2026-06-26' }, start)).toBe(`FREQ=WEEKLY;UNTIL=${until}`);
});

test.each([
  ['skip the first hour of the next', '2026-03-28', 'Asia/Beirut', '20260328T215959Z'],
  ['repeat its last hour', '2026-10-24', 'Asia/Beirut', '20261024T205959Z'],
  ['repeat the first hour of the next', '2026-10-24', 'Atlantic/Azores', '20261024T235959Z'],
  ['changed in the night before', '2026-03-29', 'Europe/Berlin', '20260329T215959Z'],
])('the last day ends at its first midnight where the clocks %s', (_, until, zone, end) => {
  expect(ruleValue({ freq: 'DAILY', until }, at('2026-03-06T09:00', zone))).toBe(`FREQ=DAILY;UNTIL=${end}`);
});

test.each<[what: string, rule: Recurrence]>([
  ['with an end and a count', { freq: 'DAILY', until: '2026-04-01', count: 3 }],
  ['that ends before its start', { freq: 'DAILY', until: '2026-03-05' }],
  ['that never takes place', { freq: 'DAILY', count: 0 }],
  ['with half an interval', { freq: 'DAILY', interval: 0.5 }],
  ['without an interval', { freq: 'DAILY', interval: 0 }],
  ['that starts on another weekday', { freq: 'WEEKLY', byday: ['MO', 'TH'] }],
  ['that starts in another week', { freq: 'MONTHLY', byday: ['2FR'] }],
  ['that starts on another day of the month', { freq: 'MONTHLY', bymonthday: [7] }],
  ['with the first Friday of a week', { freq: 'WEEKLY', byday: ['1FR'] }],
  ['with a weekday that is none', { freq: 'WEEKLY', byday: ['FR', 'FR\r\nATTENDEE:mailto:evil@e.org'] }],
  ['on no weekday', { freq: 'WEEKLY', byday: [] }],
  ['that ends on a day that is none', { freq: 'WEEKLY', until: '2026-06-31' }],
])('a series %s is refused', (_, rule) => {
  expect(() => ruleValue(rule, friday)).toThrow();
});
