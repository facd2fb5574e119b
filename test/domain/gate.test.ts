import { expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { closed, type Gate, gateKey, opensAt, ROOM_SERVICE } from '../../src/domain/gate.ts';
import { ACME, ZENITH } from '../support/a-meeting.ts';

const now = DateTime.fromISO('2026-03-02T09:00:00Z', { zone: 'utc' });
const later = (seconds: number) => now.plus({ seconds });
const posting: Gate = { workspace: ACME, what: 'chat.postMessage' };
const opening: Gate = { workspace: ACME, what: 'conversations.open' };
const closing = (gate: Gate, at: DateTime) => new Map([[gateKey(gate), at]]);
const limited = closed(new Map(), closing(posting, later(30)), now);

test('a closed gate holds up one method of one workspace', () => {
  const others: Gate[] = [opening, { ...posting, workspace: ZENITH }, ROOM_SERVICE];

  expect(opensAt(limited, [posting], now)).toEqual(later(30));
  expect(others.map((gate) => opensAt(limited, [gate], now))).toEqual([null, null, null]);
});

test('a gate opens at its time, not before', () => {
  expect(opensAt(limited, [posting], later(29.999))).toEqual(later(30));
  expect(opensAt(limited, [posting], later(30))).toBeNull();
});

test('what needs several things waits for the last of them', () => {
  const both = closed(limited, closing(opening, later(45)), now);

  expect(opensAt(both, [posting, opening], now)).toEqual(later(45));
  expect(opensAt(both, [posting, opening], later(45))).toBeNull();
});

test.each([
  ['later', 40, 40],
  ['earlier', 20, 30],
])('closing it again until %s leaves the later time', (_, seconds, expected) => {
  expect(opensAt(closed(limited, closing(posting, later(seconds)), now), [posting], now)).toEqual(later(expected));
});

test('what is open is forgotten', () => {
  expect([...closed(limited, closing(opening, later(60)), later(30)).keys()]).toEqual([gateKey(opening)]);
});
