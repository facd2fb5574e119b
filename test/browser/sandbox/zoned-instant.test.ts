import { expect, test } from '@jest/globals';
import { instantOf } from '../../../src/browser/sandbox/zoned-instant.ts';

test.each([
  ['2026-03-30T09:00', 'Europe/Berlin', '2026-03-30T07:00:00.000Z'],
  ['2026-03-27T09:00', 'Europe/Berlin', '2026-03-27T08:00:00.000Z'],
  ['2026-03-02T09:00', 'Asia/Kolkata', '2026-03-02T03:30:00.000Z'],
  ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ['2026-11-01T00:30', 'America/New_York', '2026-11-01T04:30:00.000Z'],
])('%s in %s is %s', (local, zone, instant) => {
  expect(new Date(instantOf(local, zone) ?? Number.NaN).toISOString()).toBe(instant);
});

test.each(['', '2026-03-30', '2026-13-30T09:00', 'tomorrow'])('%p is no instant', (local) => {
  expect(instantOf(local, 'Europe/Berlin')).toBeNull();
});
