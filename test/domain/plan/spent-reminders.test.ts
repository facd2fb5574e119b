import { expect, test } from '@jest/globals';
import type { DateTime } from 'luxon';
import type { Meeting } from '../../../src/domain/meeting.ts';
import { planContext } from '../../../src/domain/plan/context.ts';
import { plan } from '../../../src/domain/plan/plan.ts';
import { buttonsSpentAt, planSpentReminders } from '../../../src/domain/plan/spent-reminders.ts';
import type { Room } from '../../../src/domain/room.ts';
import type { ButtonPlace, Seat } from '../../../src/domain/seat.ts';
import { aMeeting, anInvitee, BOB, berlin, idOf } from '../../support/a-meeting.ts';
import { aRoom, aSeat, RULES } from '../../support/a-seat.ts';

const standup = aMeeting();
const { startsAt, endsAt, invitees } = standup;
const [alice, bob, chen] = invitees as [Meeting['invitees'][0], Meeting['invitees'][0], Meeting['invitees'][0]];
const daily = { rule: { freq: 'DAILY' as const, interval: 1 }, changes: [] };
const [TUESDAY, WEDNESDAY] = ['20260303T080000Z', '20260304T080000Z'];

const reminder = (changes: Partial<ButtonPlace> = {}): ButtonPlace => ({
  channel: 'D1',
  ts: '1.000001',
  startsAt,
  linkVersion: 1,
  ...changes,
});

interface Given {
  readonly meeting?: Partial<Meeting>;
  readonly seat?: Partial<Seat>;
  readonly room?: Partial<Room>;
  readonly now?: DateTime;
}

/** Bob was reminded ten minutes before nine, a minute before now. */
function contextOf({ meeting: changes = {}, seat = {}, room = {}, now = startsAt.minus({ minutes: 9 }) }: Given) {
  const meeting = aMeeting(changes);
  const seats = [aSeat(meeting, BOB, { reminders: [reminder()], ...seat })];
  return planContext({ meeting, seats, rooms: [aRoom(meeting, room)], now, rules: RULES });
}

const causesOf = (given: Given) => planSpentReminders(contextOf(given)).map(({ cause }) => cause);

test('a reminder of what is still so is left alone, until nobody new may come in', () => {
  expect(causesOf({})).toEqual([]);
  expect(causesOf({ now: endsAt.plus({ minutes: 15 }).minus({ milliseconds: 1 }) })).toEqual([]);
});

test.each<[string, Given, string[]]>([
  ['is over', { now: endsAt.plus({ minutes: 15 }) }, [`1.000001 over-${endsAt.toMillis()}`]],
  [
    'was ended for all',
    { room: { endedAt: startsAt.plus({ minutes: 5 }) }, now: startsAt.plus({ minutes: 6 }) },
    [`1.000001 ended-${startsAt.plus({ minutes: 5 }).toMillis()}`],
  ],
  [
    'was moved, also while it would be under way',
    { meeting: { startsAt: startsAt.plus({ minutes: 5 }), sequence: 3 }, now: startsAt },
    ['1.000001 changed-3'],
  ],
  ['was cancelled', { meeting: { status: 'cancelled', sequence: 1 } }, ['1.000001 changed-1']],
  ['is not theirs any more', { meeting: { invitees: [alice, chen], former: [bob] } }, ['1.000001 link-1']],
  [
    'is theirs again by another link',
    { meeting: { invitees: [alice, anInvitee(standup.id, BOB, { linkVersion: 2 })] } },
    ['1.000001 link-1'],
  ],
])('a reminder is taken out of the conversation where the meeting %s', (_, given, expected) => {
  expect(causesOf(given)).toEqual(expected);
});

test('of several reminders of one start the last stands', () => {
  const reminders = [reminder(), reminder({ ts: '1.000002' })];

  expect(causesOf({ seat: { reminders } })).toEqual(['1.000001 followed']);
});

test('one that was put off goes, until the next one takes its place', () => {
  const snoozedUntil = startsAt.minus({ minutes: 4 });
  const putOff = (changes: Given) => causesOf({ seat: { snoozedUntil }, ...changes });

  expect(putOff({})).toEqual([`1.000001 put-off-${snoozedUntil.toMillis()}`]);
  expect(putOff({ now: snoozedUntil })).toEqual([]);
  expect(causesOf({ seat: { snoozedUntil: startsAt.plus({ minutes: 1 }) } })).toEqual([]);
});

test('a meeting that is longer now keeps its reminder until it is over', () => {
  const later = endsAt.plus({ minutes: 30 });
  const longer = { meeting: { endsAt: later, sequence: 1 } };

  expect(causesOf({ ...longer, now: endsAt.plus({ minutes: 15 }) })).toEqual([]);
  expect(causesOf({ ...longer, now: later.plus({ minutes: 15 }) })).toEqual([`1.000001 over-${later.toMillis()}`]);
});

test.each<[string, Given, string[]]>([
  ['a run that stands', { seat: { occurrence: TUESDAY } }, []],
  ['a run that is over', { seat: { occurrence: TUESDAY }, now: endsAt.plus({ hours: 23 }) }, ['over']],
  ['a run of long ago', { seat: { occurrence: TUESDAY }, now: endsAt.plus({ days: 40 }) }, ['over']],
  [
    'a run that is cancelled',
    {
      seat: { occurrence: TUESDAY },
      meeting: { series: { ...daily, changes: [{ key: TUESDAY, kind: 'cancelled' }] } },
    },
    ['changed'],
  ],
  [
    'a run beside one that is cancelled',
    {
      seat: { occurrence: TUESDAY },
      meeting: { series: { ...daily, changes: [{ key: WEDNESDAY, kind: 'cancelled' }] } },
    },
    [],
  ],
  [
    'a run that the series does not have any more',
    {
      seat: { occurrence: TUESDAY },
      meeting: { startsAt: berlin('2026-03-03T10:00'), endsAt: berlin('2026-03-03T11:00') },
    },
    ['changed'],
  ],
])('in a series each run counts by itself: %s', (_, { meeting = {}, ...given }, expected) => {
  const causes = causesOf({ ...given, meeting: { series: daily, ...meeting } });

  expect(causes.map((cause) => / (\w+)-/.exec(cause)?.[1])).toEqual(expected);
});

test('the removal is due at once, of the run and the person whose reminder it is', () => {
  const now = endsAt.plus({ minutes: 15 });
  const [planned] = planSpentReminders(contextOf({ now }));

  expect(planned).toMatchObject({
    kind: 'clear-reminder',
    occurrence: 'once',
    invitee: idOf(standup, BOB),
    dueAt: now,
  });
});

test('what was taken back or is a draft is left to others', () => {
  expect(causesOf({ meeting: { status: 'withdrawn' } })).toEqual([]);
  expect(plan(contextOf({ meeting: { status: 'draft' } })).deliveries).toEqual([]);
});

test('the meeting is planned again when nobody new may come in, whoever is reminded by then', () => {
  const closes = endsAt.plus({ minutes: 15 });
  const momentOf = (given: Given) => buttonsSpentAt(contextOf(given))?.toMillis();
  // It is longer than a day, so another run closes between its start and its end.
  const moved = { key: TUESDAY, kind: 'moved' as const, startsAt, endsAt: startsAt.plus({ hours: 30 }) };

  expect(momentOf({ seat: { reminders: [] } })).toBe(closes.toMillis());
  expect(momentOf({ now: closes })).toBeUndefined();
  expect(momentOf({ meeting: { status: 'cancelled' } })).toBeUndefined();
  expect(momentOf({ meeting: { series: { ...daily, changes: [moved] } }, now: endsAt.plus({ hours: 1 }) })).toBe(
    closes.plus({ days: 1 }).toMillis(),
  );
});
