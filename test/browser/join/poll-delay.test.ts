import { expect, test } from '@jest/globals';
import { pollDelay, retryDelay } from '../../../src/browser/join/poll-delay.ts';

test.each([
  ['waiting_for_host', null, [3000, 4000]],
  ['open', null, [15_000, 30_000]],
  ['too_early', 3_600_000, [15_000, 30_000]],
  ['too_early', 7000, [7000, 7300]],
  ['too_early', -200, [500, 800]],
  ['ended', null, [null, null]],
  ['cancelled', null, [null, null]],
  ['not_invited', null, [null, null]],
] as const)('asks again from a page that says %s, %s ms before opening, after %j ms', (status, opensInMs, delays) => {
  expect([pollDelay(status, opensInMs, 0), pollDelay(status, opensInMs, 1)]).toEqual(delays);
});

test('tries again after what the server asks for, or 4 s, and up to half as much more', () => {
  expect([retryDelay(10, 0), retryDelay(10, 1), retryDelay(null, 0), retryDelay(null, 1)]).toEqual([
    10_000, 15_000, 4000, 6000,
  ]);
});
