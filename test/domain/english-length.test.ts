import { expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { lengthText } from '../../src/domain/english-length.ts';

const start = DateTime.fromISO('2026-02-11T08:00', { zone: 'utc' });

test.each([
  [5, '5 minutes'],
  [1, '1 minute'],
  [60, '1 hour'],
  [61, '1 hour 1 minute'],
  [90, '1 hour 30 minutes'],
  [120, '2 hours'],
  [1440, '24 hours'],
  [0.5, '1 minute'],
  [59.7, '1 hour'],
])('%d minutes are %s', (minutes, text) => {
  expect(lengthText(start, start.plus({ milliseconds: minutes * 60_000 }))).toBe(text);
});

test('a length is time that passes, not hours on the clock', () => {
  const night = DateTime.fromISO('2026-03-29T01:00', { zone: 'Europe/Berlin' });

  expect(lengthText(night, night.plus({ hours: 2 }))).toBe('2 hours');
});
