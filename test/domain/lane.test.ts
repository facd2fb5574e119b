import { expect, test } from '@jest/globals';
import { firstNeedOf, type Lane, laneKey, laneOf } from '../../src/domain/lane.ts';
import { ACME } from '../support/a-meeting.ts';

test.each(['message', 'file', 'room'] as const)('a lane for a %s is read back from its key', (need) => {
  const lane: Lane = { workspace: ACME, need };

  expect(laneOf(laneKey(lane))).toEqual(lane);
});

test('rooms do not wait in one lane with messages', () => {
  const kinds = ['room', 'close-room', 'invitation', 'unreached', 'room-trouble'] as const;

  expect(kinds.map(firstNeedOf)).toEqual(['room', 'room', 'message', 'message', 'message']);
});
