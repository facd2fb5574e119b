import { expect, test } from '@jest/globals';
import { erasureOf } from '../../src/domain/erasure.ts';
import type { MailAddress } from '../../src/domain/mail-address.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { aGuest, ZOE } from '../support/a-guest.ts';
import { ALICE, aMeeting, BOB, CHEN, inviteeNamed } from '../support/a-meeting.ts';

const meeting = aMeeting();
const { startsAt, endsAt } = meeting;
const STRANGER = 'U0STRANGE' as typeof BOB;

test('a guest disappears, and the others meet without them', () => {
  expect(erasureOf(meeting, BOB, startsAt)).toEqual({
    kind: 'leave',
    meeting: { ...meeting, invitees: [inviteeNamed(meeting, ALICE), inviteeNamed(meeting, CHEN)] },
  });
});

test('a guest by mail disappears also from those who were taken out, in whatever letters', () => {
  const [zoe, other] = [aGuest(meeting.id, 'Zoe@example.com'), aGuest(meeting.id, 'zoe@example.org')];
  const invited = { ...meeting, invitees: [...meeting.invitees, other], former: [zoe] };

  expect(erasureOf(invited, ZOE as MailAddress, startsAt)).toEqual({
    kind: 'leave',
    meeting: { ...invited, former: [] },
  });
});

test('somebody who is not in it has nothing to erase', () => {
  expect(erasureOf(meeting, STRANGER, startsAt)).toEqual({ kind: 'none' });
});

test.each<[string, Partial<Meeting>, typeof startsAt, string]>([
  ['still to come', {}, startsAt.minus(1), 'refuse'],
  ['under way', {}, endsAt.minus(1), 'refuse'],
  ['over', {}, endsAt, 'remove'],
  ['cancelled', { status: 'cancelled' }, startsAt.minus(1), 'remove'],
  ['a draft', { status: 'draft' }, startsAt.minus(1), 'remove'],
  ['a discarded draft', { status: 'discarded' }, startsAt.minus(1), 'remove'],
])('of the organizer, a meeting that is %s', (_, changes, now, kind) => {
  expect(erasureOf({ ...meeting, ...changes }, ALICE, now)).toEqual({ kind });
});
