import { expect, test } from '@jest/globals';
import { invitePeople, takeOff } from '../../../src/domain/changes/people.ts';
import type { SlackUserId } from '../../../src/domain/ids.ts';
import type { PersonToInvite } from '../../../src/domain/meeting.ts';
import { AGREED_AT, aMeeting } from '../../support/a-meeting.ts';
import { expectOk } from '../../support/results.ts';

const guests = (from: number, to: number): PersonToInvite[] =>
  Array.from({ length: to - from }, (_, n) => ({ user: null, email: `guest${from + n}@example.com`, name: null }));
const full = expectOk(invitePeople(aMeeting(), guests(0, 50), AGREED_AT));
const tooMany = { ok: false, problem: { kind: 'too-many-guests', count: 51, most: 50 } };

test('a meeting takes fifty guests by mail, asked at once or one after the other', () => {
  expect(invitePeople(aMeeting(), guests(0, 51), AGREED_AT)).toEqual(tooMany);
  expect(invitePeople(full, guests(50, 51), AGREED_AT)).toEqual(tooMany);
});

test('taking guests off makes no room for others, since they were written to, but they may come back', () => {
  const first = full.invitees.find(({ email }) => email === 'guest0@example.com');
  const left = expectOk(takeOff(full, first?.id ?? ('' as never), AGREED_AT));

  expect(invitePeople(left, guests(50, 51), AGREED_AT)).toEqual(tooMany);
  expect(invitePeople(left, guests(0, 1), AGREED_AT)).toMatchObject({ ok: true });
});

test('people in Slack are invited as before', () => {
  const dana = { user: 'U0DANA000' as SlackUserId, name: 'Dana' };

  expect(invitePeople(full, [dana], AGREED_AT)).toMatchObject({ ok: true });
});
