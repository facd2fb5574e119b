import { expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import { cancelFollowing, cancelMeeting, cancelOccurrence, withdraw } from '../../src/domain/changes/cancel.ts';
import { reword } from '../../src/domain/changes/edit.ts';
import { moveMeeting, moveOccurrence } from '../../src/domain/changes/move.ts';
import { changeRole, invitePeople, replaceLink, takeOff } from '../../src/domain/changes/people.ts';
import { type GuestMails, givenBack, guestMailsOf, withinTheDay } from '../../src/domain/guest-mails.ts';
import { inviteeIdFor } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import type { Result } from '../../src/domain/result.ts';
import { aGuest, ZOE } from '../support/a-guest.ts';
import { AGREED_AT, ALICE, aMeeting, anInvitee, BOB, berlin, STANDUP } from '../support/a-meeting.ts';
import { expectOk } from '../support/results.ts';

const now = AGREED_AT;
const halfAnHour = Duration.fromObject({ minutes: 30 });
const YANN = 'yann@example.com';
const zoe = inviteeIdFor(STANDUP, ZOE);
const invitees = [anInvitee(STANDUP, ALICE), anInvitee(STANDUP, BOB), aGuest(STANDUP), aGuest(STANDUP, YANN)];

/** Alice's standup with Bob, Zoe and Yann, once; and weekly on Tuesdays. */
const once = aMeeting({ invitees });
const series = { rule: { freq: 'WEEKLY', byday: ['TU'], count: 10 }, changes: [] } as const;
const weekly = aMeeting({ invitees, series });
const [SECOND, THIRD] = ['20260310T080000Z', '20260317T080000Z'];
const at = (time: string) => berlin(`2026-03-${time}`);
const asked = (email: string) => ({ user: null, email, name: null });

test.each<[string, Meeting, (meeting: Meeting) => Result<Meeting, unknown>, GuestMails]>([
  ['to invite one more', once, (m) => invitePeople(m, [asked('new@example.com')], now), mails(1, 0)],
  ['to invite whoever is there', once, (m) => invitePeople(m, [asked(ZOE)], now), mails(0, 0)],
  ['to take somebody off', once, (m) => takeOff(m, zoe, now), mails(0, 0)],
  ['to replace a link', once, (m) => replaceLink(m, zoe, now), mails(1, 0)],
  ['to change a role', once, (m) => changeRole(m, zoe, 'host', now), mails(0, 0)],
  ['to move it', once, (m) => moveMeeting(m, at('04T09:00'), halfAnHour, now), mails(0, 2)],
  ['to reword it', once, (m) => reword(m, { title: 'Daily', notes: null }, now), mails(0, 2)],
  ['to cancel it', once, (m) => cancelMeeting(m, null, now), mails(0, 0)],
  ['to take it back', once, (m) => withdraw(m, now), mails(0, 0)],
  ['to move one run', weekly, (m) => moveOccurrence(m, SECOND, at('11T09:00'), halfAnHour, now), mails(0, 2)],
  ['to cancel one run', weekly, (m) => cancelOccurrence(m, SECOND, null, now), mails(0, 0)],
  ['to end a series earlier', weekly, (m) => cancelFollowing(m, THIRD, null, now), mails(0, 0)],
])('%s, this many mails go to guests', (_, meeting, change, expected) => {
  expect(guestMailsOf(meeting, expectOk(change(meeting)))).toEqual(expected);
});

test('a new meeting invites its guests, a draft nobody, and sending the draft invites them', () => {
  const draft = aMeeting({ invitees, status: 'draft' });

  expect([guestMailsOf(null, once), guestMailsOf(null, draft), guestMailsOf(draft, once)]).toEqual([
    mails(2, 0),
    mails(0, 0),
    mails(2, 0),
  ]);
});

test('who was taken off and is asked again is invited again', () => {
  const left = expectOk(takeOff(once, zoe, now));

  expect(guestMailsOf(left, expectOk(invitePeople(left, [asked(ZOE)], now)))).toEqual(mails(1, 0));
});

test('of the runs of a series that were moved before, nothing is said again', () => {
  const moved = expectOk(moveOccurrence(weekly, SECOND, at('11T09:00'), halfAnHour, now));
  const another = expectOk(moveOccurrence(moved, THIRD, at('18T09:00'), halfAnHour, now));

  expect(guestMailsOf(moved, another)).toEqual(mails(0, 2));
});

test.each([
  [mails(0, 0), mails(10, 0), { ok: true, value: mails(10, 0) }],
  [mails(9, 9), mails(1, 1), { ok: true, value: mails(10, 10) }],
  [mails(10, 0), mails(0, 10), { ok: true, value: mails(10, 10) }],
  [mails(0, 10), mails(10, 0), { ok: true, value: mails(10, 10) }],
  [mails(0, 0), mails(11, 0), tooMany('invitations', 11, 10)],
  [mails(8, 0), mails(3, 0), tooMany('invitations', 3, 2)],
  [mails(10, 10), mails(0, 1), tooMany('changes', 1, 0)],
  [mails(12, 12), mails(1, 0), tooMany('invitations', 1, 0)],
])('of ten a day, after %j there may be %j: %j', (sent, wanted, outcome) => {
  expect(withinTheDay(sent, wanted, 10)).toEqual(outcome);
});

test('what is given back can be asked for again, and nobody gets more than there was', () => {
  expect(givenBack(mails(5, 5), mails(2, 1))).toEqual(mails(3, 4));
  expect(givenBack(mails(1, 0), mails(2, 1))).toEqual(mails(0, 0));
});

function mails(invitations: number, changes: number): GuestMails {
  return { invitations, changes };
}

function tooMany(of: keyof GuestMails, wanted: number, left: number) {
  return { ok: false, problem: { kind: 'too-many-guest-mails', of, wanted, left, most: 10 } };
}
