import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { takeToken } from '../../src/domain/bucket.ts';

const start = DateTime.fromISO('2026-03-02T09:00:00Z', { zone: 'utc' });
const pace = { burst: 3, intervalMs: 1_000 };

/** Whether each of these moments, in ms after the start, got a token, or how long it has to wait. */
function taken(...moments: readonly number[]): ('taken' | number)[] {
  let fullAt: DateTime | null = null;
  return moments.map((ms) => {
    const answer = takeToken(fullAt, start.plus(ms), pace);
    if ('waitMs' in answer) return answer.waitMs;
    fullAt = answer.fullAt;
    return 'taken';
  });
}

test('a burst passes at once, and then one a second', () => {
  expect(taken(0, 0, 0, 0, 400, 1_000, 1_000)).toEqual(['taken', 'taken', 'taken', 1_000, 600, 'taken', 1_000]);
});

test('a rested bucket holds a burst again and no more', () => {
  expect(taken(0, 0, 0, 60_000, 60_000, 60_000, 60_000)).toEqual([
    ...(['taken', 'taken', 'taken', 'taken', 'taken', 'taken'] as const),
    1_000,
  ]);
});

test('who waits as long as told gets a token', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5_000 }), { minLength: 1, maxLength: 40 }), (gaps) => {
      let fullAt: DateTime | null = null;
      let now = start;
      for (const gap of gaps) {
        now = now.plus(gap);
        const answer = takeToken(fullAt, now, pace);
        if ('fullAt' in answer) fullAt = answer.fullAt;
        else expect(takeToken(fullAt, now.plus(answer.waitMs), pace)).toHaveProperty('fullAt');
      }
    }),
  );
});

test('no stretch of time sees more than the burst and one for each second', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2_000 }), { minLength: 1, maxLength: 60 }), (gaps) => {
      let at = 0;
      const moments = gaps.map((gap) => {
        at += gap;
        return at;
      });
      const passed = moments.filter((_, index) => taken(...moments)[index] === 'taken');
      for (const [index, from] of passed.entries()) {
        for (const [later, to] of passed.entries()) {
          if (later > index) expect(later - index + 1).toBeLessThanOrEqual(3 + (to - from) / 1_000);
        }
      }
    }),
    { numRuns: 30 },
  );
});
