import { expect, test } from '@jest/globals';
import { endingOf, faultOf, isFailedJoin } from '../../../src/browser/join/realtimekit-faults.ts';
import type { RoomEnding, RoomFault } from '../../../src/browser/join/room-outcome.ts';
import { endingWords, faultWords } from '../../../src/browser/join/room-words.ts';

test.each<[unknown, RoomFault, string]>([
  ['0001', 'unreachable', 'cannot be reached from here'],
  ['0011', 'unreachable', 'cannot be reached from here'],
  ['0012', 'unreachable', 'cannot be reached from here'],
  ['0014', 'unreachable', 'cannot be reached from here'],
  ['0004', 'token-refused', 'a new one did not help'],
  ['0010', 'old-browser', 'This browser cannot make video calls'],
  ['0904', 'unexpected', 'could not be opened'],
  [undefined, 'unexpected', 'could not be opened'],
])('a room that is not opened with %s is %s: "… %s …"', (code, fault, words) => {
  expect(faultOf(code)).toBe(fault);
  expect(faultWords(fault)).toContain(words);
});

test.each<[string, RoomEnding | null, string]>([
  ['left', 'left', 'You left the room.'],
  ['ended', 'ended', 'ended the call for everybody'],
  ['kicked', 'removed', 'taken out of the call'],
  ['rejected', 'rejected', 'did not let you'],
  ['failed', 'lost', 'connection to the call was lost'],
])('a room that is left as %s ended as %s: "… %s …"', (state, ending, words) => {
  expect(endingOf(state)).toBe(ending);
  expect(endingWords(ending as RoomEnding)).toContain(words);
});

test.each(['disconnected', 'connected-meeting', 'stageLeft'])('%s is not the end of a room', (state) => {
  expect(endingOf(state)).toBeNull();
});

test('only the codes of a failed join are one', () => {
  expect(['0002', '0014', '0011', '1004', undefined].filter(isFailedJoin)).toEqual(['0002', '0014']);
});
