import { expect, test } from '@jest/globals';
import type { LinkDevice } from '../../../src/domain/devices.ts';
import type { Meeting } from '../../../src/domain/meeting.ts';
import { planContext } from '../../../src/domain/plan/context.ts';
import { planOtherDevices } from '../../../src/domain/plan/other-devices.ts';
import type { Seat } from '../../../src/domain/seat.ts';
import { aGuest } from '../../support/a-guest.ts';
import { ALICE, aMeeting, BOB, berlin, idOf } from '../../support/a-meeting.ts';
import { aSeat, RULES } from '../../support/a-seat.ts';

const at = berlin('2026-03-03T09:05');
const used: LinkDevice = { linkVersion: 1, digest: 'laptop', isAlone: true, other: { at, was: 'beside' } };
const weekly = { series: { rule: { freq: 'WEEKLY', byday: ['TU'] } as const, changes: [] } };

function planned(meeting: Meeting, seats: readonly Seat[], now = at) {
  return planOtherDevices(planContext({ meeting, seats, rooms: [], now, rules: RULES }));
}

const bobs = (meeting: Meeting, device: LinkDevice = used) => [aSeat(meeting, BOB, { device })];

test('who has the link and the organizer are told, once for this link', () => {
  const meeting = aMeeting();
  const [alice, bob] = [idOf(meeting, ALICE), idOf(meeting, BOB)];
  const common = { workspace: meeting.workspace, meeting: meeting.id, occurrence: 'once', dueAt: at };
  const told = { ...common, kind: 'other-device', cause: `${bob}.1` };

  expect(planned(meeting, bobs(meeting))).toEqual([
    { ...told, invitee: bob },
    { ...told, invitee: alice },
  ]);
});

test('the organizer is told of their own link in one message', () => {
  const meeting = aMeeting();

  expect(planned(meeting, [aSeat(meeting, ALICE, { device: used })]).map(({ invitee }) => invitee)).toEqual([
    idOf(meeting, ALICE),
  ]);
});

test('of a guest’s link the organizer alone is told', () => {
  const meeting = aMeeting();
  const guest = aGuest(meeting.id);
  const withGuest = { ...meeting, invitees: [...meeting.invitees, guest] };
  const seat = { ...aSeat(meeting, ALICE, { device: used }), invitee: guest.id };

  expect(planned(withGuest, [seat])).toMatchObject([{ invitee: idOf(meeting, ALICE), cause: `${guest.id}.1` }]);
});

test('of a series the seat of the whole is read', () => {
  const series = aMeeting(weekly);
  const whole = aSeat(series, BOB, { occurrence: 'series', device: used });

  expect(planned(series, [whole])).toHaveLength(2);
  expect(planned(series, [{ ...whole, occurrence: '20260303T080000Z' }])).toEqual([]);
});

test.each<[string, Meeting, LinkDevice, typeof at]>([
  ['of a link that was used on one device', aMeeting(), { ...used, other: null }, at],
  ['of a link that was replaced', aMeeting(), { ...used, linkVersion: 2 }, at],
  ['of a meeting that was cancelled', aMeeting({ status: 'cancelled' }), used, at],
  ['of somebody who was taken off', aMeeting({ invitees: aMeeting().invitees.slice(0, 1) }), used, at],
  ['a day later', aMeeting(), used, at.plus({ hours: 24 })],
])('nobody is told %s', (_, meeting, device, now) => {
  expect(planned(meeting, bobs(meeting, device), now)).toEqual([]);
});
