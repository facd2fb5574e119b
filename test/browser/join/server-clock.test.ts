import { expect, test } from '@jest/globals';
import { makeServerClock } from '../../../src/browser/join/server-clock.ts';

test('goes on from what the server told, whatever the wall clock says', () => {
  let monotonic = 500;
  const clock = makeServerClock('2026-11-25T08:00:00.000Z', () => monotonic);

  monotonic = 2500;

  expect(clock.now()).toBe(Date.parse('2026-11-25T08:00:02.000Z'));
});

test('takes half of the way there and back off a later answer', () => {
  let monotonic = 0;
  const clock = makeServerClock('2026-11-25T08:00:00.000Z', () => monotonic);

  monotonic = 1000;
  clock.learn('2026-11-25T09:00:00.000Z', 600);

  expect(clock.now()).toBe(Date.parse('2026-11-25T09:00:00.200Z'));
});
