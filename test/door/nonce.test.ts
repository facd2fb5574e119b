import { expect, test } from '@jest/globals';
import { DateTime, Duration } from 'luxon';
import { makeNonce, readNonce } from '../../src/door/nonce.ts';

const key = Buffer.alloc(32, 1);
const link = 'meeting.bob.1.mac';
const made = DateTime.fromISO('2026-11-25T08:59:59.999Z');
const nonce = makeNonce(key, link, made);

test.each([
  ['at once', 'PT0S', 'good'],
  ['24 hours later', 'PT24H', 'good'],
  ['25 hours later', 'PT25H', 'old'],
  ['for a server whose clock is an hour behind', '-PT1H', 'good'],
  ['for a server whose clock is two hours behind', '-PT2H', 'old'],
])('%s it is %s', (_when, later, reading) => {
  expect(readNonce([key], link, made.plus(Duration.fromISO(later)), nonce)).toBe(reading);
});

test('made under a secret that is being replaced is good still', () => {
  expect(readNonce([Buffer.alloc(32, 2), key], link, made, nonce)).toBe('good');
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
])('a nonce %s is not ours', (_what, hostile) => {
  expect(readNonce([key], link, made, hostile)).toBeNull();
});
