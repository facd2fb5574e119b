import { expect, test } from '@jest/globals';
import { letsGoFirst, type Place } from '../../src/domain/order.ts';
import { AGREED_AT } from '../support/a-meeting.ts';

const first: Place = {
  key: 'b',
  kind: 'invitation',
  wantedAt: AGREED_AT,
  isDelayed: false,
  isClaimed: false,
  dueAt: AGREED_AT,
};
const second: Place = { ...first, key: 'a', wantedAt: AGREED_AT.plus({ seconds: 1 }) };
const report: Place = { ...second, kind: 'unreached' };

test.each<[string, Place, Place, boolean]>([
  ['an earlier one goes first', second, first, true],
  ['an earlier one goes first though it waits for another try', second, { ...first, isDelayed: true }, true],
  ['an earlier one goes first though it is due later', second, { ...first, dueAt: AGREED_AT.plus({ days: 1 }) }, true],
  ['a later one does not', first, second, false],
  [
    'of two that were wanted at once, the one with the lower key goes first',
    { ...second, key: 'c', wantedAt: AGREED_AT },
    first,
    true,
  ],
  ['and the other one does not', { ...second, wantedAt: AGREED_AT }, first, false],
  ['nothing runs beside another, even an earlier one', first, { ...second, isClaimed: true }, true],
  ['a report lets another go first', report, first, true],
  ['a report passes what is delayed', report, { ...first, isDelayed: true }, false],
  ['a report does not pass what is under way', report, { ...first, isDelayed: true, isClaimed: true }, true],
  [
    'a room is made though it is to be looked into',
    { ...first, kind: 'room' },
    { ...first, key: 'a', kind: 'look-at-session' },
    false,
  ],
  ['a message does not wait until somebody is put out', second, { ...first, kind: 'expel', isClaimed: true }, false],
  [
    'a button that leads nowhere goes at once',
    { ...second, kind: 'clear-reminder' },
    { ...first, isDelayed: true },
    false,
  ],
  ['and who is put out does not wait for a message', { ...second, kind: 'expel' }, first, false],
])('%s', (_, mine, other, expected) => {
  expect(letsGoFirst(mine, other)).toBe(expected);
});
