import { expect, test } from '@jest/globals';
import { DateTime, Duration } from 'luxon';
import type { InviteeId, SlackUserId } from '../../src/domain/ids.ts';
import { agreeOnMeeting, inviteeOf, type MeetingRequest, organizerOf } from '../../src/domain/meeting.ts';
import { ACME, AGREED_AT, ALICE, aMeeting, anInvitee, BOB, berlin, CHEN, STANDUP } from '../support/a-meeting.ts';

const request: MeetingRequest = {
  id: STANDUP,
  workspace: ACME,
  workspaceName: 'acme',
  organizer: { user: ALICE, name: 'Alice' },
  people: [
    { user: BOB, name: 'Bob' },
    { user: CHEN, name: null },
  ],
  title: 'Standup',
  startsAt: berlin('2026-03-03T09:00'),
  length: Duration.fromObject({ minutes: 30 }),
  questions: [],
};

const guests = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ user: null, email: `guest${n}@example.com`, name: null }));
const crowd = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ user: `U${n}` as SlackUserId, name: null }));

test('the organizer hosts and everybody else is a guest', () => {
  expect(agreeOnMeeting(request, AGREED_AT)).toEqual({
    ok: true,
    value: {
      ...aMeeting(),
      invitees: [
        anInvitee(STANDUP, ALICE, { name: 'Alice', role: 'host' }),
        anInvitee(STANDUP, BOB, { name: 'Bob', role: 'guest' }),
        anInvitee(STANDUP, CHEN, { name: null, role: 'guest' }),
      ],
    },
  });
});

test.each<[string, Partial<MeetingRequest>]>([
  ['a title of 150 characters', { title: 'x'.repeat(150) }],
  ['a title of 150 emoji', { title: '🎉'.repeat(150) }],
  ['500 people', { people: crowd(500) }],
  ['50 guests by mail', { people: guests(50) }],
])('%s is still agreed on', (_, changes) => {
  expect(agreeOnMeeting({ ...request, ...changes }, AGREED_AT)).toMatchObject({ ok: true });
});

test.each<[string, Partial<MeetingRequest>, object]>([
  ['a longer title', { title: 'x'.repeat(151) }, { kind: 'title-too-long', length: 151, longest: 150 }],
  ['nobody to meet', { people: [] }, { kind: 'nobody-invited' }],
  ['a crowd', { people: crowd(501) }, { kind: 'too-many-people', count: 501, most: 500 }],
  ['a crowd of guests by mail', { people: guests(51) }, { kind: 'too-many-guests', count: 51, most: 50 }],
  [
    'a time that is past',
    { startsAt: DateTime.fromISO('2026-03-02T08:59:00Z') },
    { kind: 'starts-in-the-past', startsAt: DateTime.fromISO('2026-03-02T08:59:00Z') },
  ],
])('%s is refused', (_, changes, problem) => {
  expect(agreeOnMeeting({ ...request, ...changes }, AGREED_AT)).toEqual({ ok: false, problem });
});

test('an invitee is found by id and nobody else is', () => {
  const meeting = aMeeting();

  expect(inviteeOf(meeting, meeting.invitees[1]?.id as InviteeId)).toBe(meeting.invitees[1]);
  expect(inviteeOf(meeting, 'somebody-els' as InviteeId)).toBeNull();
});

test('the organizer is one of the invitees, and a meeting without is a bug', () => {
  const meeting = aMeeting();

  expect(organizerOf(meeting)).toBe(meeting.invitees[0]);
  expect(() => organizerOf({ ...meeting, invitees: meeting.invitees.slice(1) })).toThrow('lost its organizer');
});
