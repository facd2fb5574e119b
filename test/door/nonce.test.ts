import { expect, test } from '@jest/globals';
import { DateTime, Duration } from 'luxon';
import { isNonceFor, makeNonce } from '../../src/door/nonce.ts';

const key = Buffer.alloc(32, 1);
const link = 'meeting.bob.1.mac';
const made = DateTime.fromISO('2026-11-25T08:59:59.999Z');
const nonce = makeNonce(key, link, made);

test.each([
  ['at once', 'PT0S', true],
  ['24 hours later', 'PT24H', true],
  ['not 25 hours later', 'PT25H', false],
  ['by a server whose clock is an hour behind', '-PT1H', true],
  ['not by a server whose clock is two hours behind', '-PT2H', false],
])('is good %s', (_when, later, isGood) => {
  expect(isNonceFor(key, link, made.plus(Duration.fromISO(later)), nonce)).toBe(isGood);
});

test.each([
  ['of another link', makeNonce(key, 'meeting.ann.1.mac', made)],
  ['under another key', makeNonce(Buffer.alloc(32, 2), link, made)],
  ['with a flipped character', nonce.slice(0, -2) + (nonce.at(-2) === 'A' ? 'B' : 'A') + nonce.at(-1)],
  ['moved to a later hour', nonce.replace(/^\d+/, (hour) => String(Number(hour) + 1))],
  ['cut short', nonce.slice(0, -1)],
  ['without an hour', nonce.replace(/^\d+/, '')],
  ['that is empty', ''],
  ['of hostile length', '9'.repeat(9000)],
])('a nonce %s is refused', (_what, hostile) => {
  expect(isNonceFor(key, link, made, hostile)).toBe(false);
});
