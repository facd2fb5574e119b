import { expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { deliveryKey, type PlannedDelivery } from '../../src/domain/delivery.ts';
import type { Room } from '../../src/domain/room.ts';
import type { Seat } from '../../src/domain/seat.ts';
import { ACME, AGREED_AT, ALICE, aMeeting, BOB, CHEN, idOf, STANDUP } from '../support/a-meeting.ts';
import { aRoom, aSeat, plannedFor, RULES, troubleSince, unreachedAt } from '../support/a-seat.ts';

const meeting = aMeeting();
const common = { workspace: ACME, meeting: STANDUP, occurrence: 'once' };
const invitation = (user: typeof BOB): PlannedDelivery => ({
  ...common,
  kind: 'invitation',
  invitee: idOf(meeting, user),
  cause: 'card',
  dueAt: AGREED_AT,
});
const basics: PlannedDelivery[] = [
  { ...common, kind: 'room', invitee: null, cause: 'scheduled', dueAt: AGREED_AT },
  {
    ...common,
    kind: 'close-room',
    invitee: null,
    cause: String(meeting.endsAt.toMillis()),
    dueAt: meeting.endsAt.plus(RULES.returnFor),
  },
  {
    ...common,
    kind: 'look-at-session',
    invitee: null,
    cause: String(meeting.endsAt.toMillis()),
    dueAt: meeting.startsAt.minus(RULES.hostsBefore),
  },
  invitation(ALICE),
  invitation(BOB),
  invitation(CHEN),
];
const later = (seconds: number) => AGREED_AT.plus({ seconds });

/** What is planned beyond the room and the invitations. */
const notices = (seats: readonly Seat[], rooms: readonly Room[] = []) =>
  plannedFor(meeting, seats, rooms).filter(({ kind }) => kind === 'unreached' || kind === 'room-trouble');

test('a meeting calls for its room, for that room to close, and for an invitation to everybody', () => {
  expect(plannedFor(meeting)).toEqual(basics);
});

test('a cancelled meeting calls for its room to close, whatever is left to tell', () => {
  const seats = [aSeat(meeting, BOB, { unreached: unreachedAt(AGREED_AT) })];
  const room = aRoom(meeting, { trouble: troubleSince(AGREED_AT) });

  expect(plannedFor({ ...meeting, status: 'cancelled' }, seats)).toEqual([]);
  expect(plannedFor({ ...meeting, status: 'cancelled' }, seats, [room])).toEqual([
    { ...common, kind: 'close-room', invitee: null, cause: 'cancelled', dueAt: AGREED_AT },
  ]);
});

test('those who fail together are told of together, three seconds after the first', () => {
  const seats = [
    aSeat(meeting, CHEN, { unreached: unreachedAt(later(2)) }),
    aSeat(meeting, BOB, { unreached: unreachedAt(later(1)) }),
  ];

  expect(notices(seats)).toEqual([
    {
      ...common,
      kind: 'unreached',
      invitee: idOf(meeting, ALICE),
      cause: String(later(1).toMillis()),
      dueAt: later(4),
    },
  ]);
});

test('somebody who fails after the others were told of is a new cause', () => {
  const told = aSeat(meeting, BOB, { unreached: unreachedAt(later(1), { told: true }) });
  const seats = [told, aSeat(meeting, CHEN, { unreached: unreachedAt(later(60)) })];

  expect(notices([told])).toEqual([]);
  expect(notices(seats).map(({ cause, dueAt }) => ({ cause, dueAt }))).toEqual([
    { cause: String(later(60).toMillis()), dueAt: later(63) },
  ]);
});

test.each([
  [null, []],
  [troubleSince(later(5), { told: true }), []],
  [
    troubleSince(later(5)),
    [
      {
        ...common,
        kind: 'room-trouble',
        invitee: idOf(meeting, ALICE),
        cause: String(later(5).toMillis()),
        dueAt: later(5),
      },
    ],
  ],
])('of the trouble %j the organizer hears by %j', (trouble, planned) => {
  expect(notices([], [aRoom(meeting, { trouble })])).toEqual(planned);
});

test('planning again, in another zone too, asks for the same under the same keys', () => {
  const seats = [aSeat(meeting, BOB, { unreached: unreachedAt(later(1)) })];
  const elsewhere = [aSeat(meeting, BOB, { unreached: unreachedAt(later(1).setZone('Asia/Tokyo')) })];
  const room = aRoom(meeting, { trouble: troubleSince(later(2), { reason: 'refused' }) });
  const first = plannedFor(meeting, seats, [room]);

  expect(plannedFor(meeting, seats, [room])).toEqual(first);
  expect(plannedFor(meeting, elsewhere, [room]).map(deliveryKey)).toEqual(first.map(deliveryKey));
  expect(new Set(first.map(deliveryKey)).size).toBe(first.length);
});

test('the keys of two meetings never meet', () => {
  const other = aMeeting({ id: 'retro-with-bob-chen000' as typeof STANDUP });
  const keys = [meeting, other].flatMap((one) => plannedFor(one).map(deliveryKey));

  expect(new Set(keys).size).toBe(2 * basics.length);
});

test('leaves what it was given untouched', () => {
  const seats = Object.freeze([Object.freeze(aSeat(meeting, BOB, { unreached: unreachedAt(DateTime.utc(2026)) }))]);

  expect(() => plannedFor(Object.freeze(meeting), seats, [Object.freeze(aRoom(meeting))])).not.toThrow();
});
