import { expect, test } from '@jest/globals';
import { countdownAnnouncement, countdownText } from '../../../src/browser/join/countdown.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

test.each([
  [-5, '00:00'],
  [0, '00:00'],
  [1, '00:01'],
  [59 * second + 1, '01:00'],
  [4 * minute + 32 * second, '04:32'],
  [hour, '1 h 00 min'],
  [2 * hour + 5 * minute, '2 h 05 min'],
  [24 * hour, '1 day 0 h'],
  [76 * hour, '3 days 4 h'],
])('%d ms left reads %s', (left, text) => {
  expect(countdownText(left)).toBe(text);
});

test.each([
  [hour + 1, hour, 'You can join in 1 hour.'],
  [6 * minute, 5 * minute, 'You can join in 5 minutes.'],
  [minute + 1, minute - second, 'You can join in 1 minute.'],
  [5 * minute, 5 * minute - second, null],
  [30 * second, 29 * second, null],
])('between %d and %d ms left, %s is said', (before, left, words) => {
  expect(countdownAnnouncement(before, left)).toBe(words);
});
