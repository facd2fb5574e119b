import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deliveryKey, type PlannedDelivery, waitBeforeRetryMs } from '../../src/domain/delivery.ts';
import { ACME, AGREED_AT, aMeeting, BOB, CHEN, idOf, STANDUP } from '../support/a-meeting.ts';

const attempts = fc.nat({ max: 10_000 });
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test.each([
  [1, 0, 1_000],
  [1, 0.5, 1_500],
  [2, 0.5, 2_500],
  [9, 0.5, 256_500],
  [10, 0.5, 300_500],
  [1_000, 0.5, 300_500],
])('the wait after attempt %i at chance %d is %i ms', (attempt, random, ms) => {
  expect(waitBeforeRetryMs(attempt, null, random)).toBe(ms);
});

test('a wait is between a second and ten minutes', () => {
  fc.assert(
    fc.property(attempts, chance, (attempt, random) => {
      const wait = waitBeforeRetryMs(attempt, null, random);
      expect(wait).toBeGreaterThanOrEqual(1_000);
      expect(wait).toBeLessThanOrEqual(600_000);
    }),
  );
});

test('a wait does not get shorter with the attempts', () => {
  fc.assert(
    fc.property(attempts, chance, (attempt, random) =>
      expect(waitBeforeRetryMs(attempt + 1, null, random)).toBeGreaterThanOrEqual(
        waitBeforeRetryMs(attempt, null, random),
      ),
    ),
  );
});

test('a wait that was asked for is kept, and at most a second longer', () => {
  fc.assert(
    fc.property(attempts, fc.nat({ max: 3600 }), chance, (attempt, seconds, random) => {
      const wait = waitBeforeRetryMs(attempt, seconds, random);
      expect(wait).toBeGreaterThanOrEqual(seconds * 1_000);
      expect(wait).toBeLessThanOrEqual(seconds * 1_000 + 1_000);
    }),
  );
});

const meeting = aMeeting();
const invitation: PlannedDelivery = {
  workspace: ACME,
  meeting: STANDUP,
  occurrence: 'once',
  kind: 'invitation',
  invitee: idOf(meeting, BOB),
  cause: 'card',
  dueAt: AGREED_AT,
};

test('a key names everything but the time it is due', () => {
  expect(deliveryKey(invitation)).toBe(`${STANDUP}/once/${idOf(meeting, BOB)}/invitation/card`);
  const later = { ...invitation, dueAt: AGREED_AT.plus({ days: 1 }) };
  expect(deliveryKey(later)).toBe(deliveryKey(invitation));
});

test.each<Partial<PlannedDelivery>>([
  { meeting: 'another' as typeof STANDUP },
  { occurrence: '2026-03-10' },
  { kind: 'unreached' },
  { invitee: idOf(meeting, CHEN) },
  { invitee: null },
  { cause: '1' },
])('a delivery that differs by %j is another', (change) => {
  expect(deliveryKey({ ...invitation, ...change })).not.toBe(deliveryKey(invitation));
});
