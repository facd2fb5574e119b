import { expect, test } from '@jest/globals';
import type { Meeting } from '../../src/domain/meeting.ts';
import { planContext } from '../../src/domain/plan/context.ts';
import { looksOf } from '../../src/domain/plan/looks.ts';
import type { Room } from '../../src/domain/room.ts';
import { AGREED_AT, aMeeting } from '../support/a-meeting.ts';
import { aRoom, RULES } from '../support/a-seat.ts';

const meeting = aMeeting();
const { startsAt, endsAt } = meeting;
const opensAt = startsAt.minus(RULES.hostsBefore);
const during = startsAt.plus({ minutes: 10 });
const minuteAfter = { minutes: 1 };

function looks(changes: Partial<Meeting> = {}, room: Partial<Room> | null = { roomId: 'r1' }, key = 'once') {
  const changed = aMeeting(changes);
  const rooms = room ? [aRoom(changed, room)] : [];
  return looksOf(planContext({ meeting: changed, seats: [], rooms, now: AGREED_AT, rules: RULES }), key);
}

test.each<[string, ReturnType<typeof looks>, ReturnType<typeof looks>]>([
  [
    'while the door is open, and a minute more',
    looks(),
    { from: opensAt, until: endsAt.plus(RULES.returnFor).plus(minuteAfter), cause: String(endsAt.toMillis()) },
  ],
  [
    'until a host has ended it for all',
    looks({}, { roomId: 'r1', endedAt: during }),
    { from: opensAt, until: during.plus(minuteAfter), cause: `ended ${during.toMillis()}` },
  ],
  [
    'until it is cancelled while people are in',
    looks({ status: 'cancelled', changedAt: during }),
    { from: opensAt, until: during.plus(minuteAfter), cause: 'cancelled' },
  ],
  ['never where it is cancelled before the door opens', looks({ status: 'cancelled' }), null],
  ['never where it is cancelled without a room', looks({ status: 'cancelled', changedAt: during }, null), null],
  ['never for an occurrence that there is not', looks({}, null, '20260302T080000Z'), null],
])('the service is asked %s', (_, found, expected) => {
  expect(found).toEqual(expected);
});
