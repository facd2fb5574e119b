import { expect, test } from '@jest/globals';
import { dropAudience, inviteAudience } from '../../src/domain/changes/audience.ts';
import { takeOff } from '../../src/domain/changes/people.ts';
import { MOST_CHANNELS } from '../../src/domain/meeting.ts';
import { AGREED_AT, aMeeting, BOB, CHEN, idOf } from '../support/a-meeting.ts';
import { expectOk } from '../support/results.ts';

const now = AGREED_AT;
const DAN = 'U0DAN0000' as typeof BOB;
const ENG = { groups: ['S0ENG0000'], channels: [] };
const inEng = (user: typeof BOB) => ({ user, name: null, via: 'S0ENG0000' });
const usersOf = ({ invitees }: ReturnType<typeof aMeeting>) => invitees.map(({ user }) => user);

test('a group is followed from then on, and who is in the meeting already stays as they are', () => {
  const before = aMeeting();

  const after = expectOk(inviteAudience(before, [inEng(BOB), inEng(DAN)], ENG, now));

  expect([after.groups, usersOf(after)]).toEqual([['S0ENG0000'], [...usersOf(before), DAN]]);
  expect(after.invitees.find(({ user }) => user === BOB)?.via).toBeNull();
  expect(inviteAudience(after, [inEng(DAN)], ENG, now)).toEqual({ ok: true, value: after });
});

test('a group brings nobody back who was taken off by hand', () => {
  const followed = expectOk(inviteAudience(aMeeting(), [inEng(DAN)], ENG, now));
  const without = expectOk(takeOff(followed, idOf(followed, DAN), now));

  expect(inviteAudience(without, [inEng(DAN)], ENG, now)).toEqual({ ok: true, value: without });
});

test('who went with a group comes back with it', () => {
  const followed = expectOk(inviteAudience(aMeeting(), [inEng(DAN)], ENG, now));

  const again = expectOk(inviteAudience(expectOk(dropAudience(followed, ENG, now)), [inEng(DAN)], ENG, now));

  expect([usersOf(again), again.former]).toEqual([usersOf(followed), []]);
});

test('a group goes with those who came by it alone', () => {
  const followed = expectOk(inviteAudience(aMeeting(), [inEng(CHEN), inEng(DAN)], ENG, now));

  const after = expectOk(dropAudience(followed, ENG, now));

  expect([after.groups, usersOf(after), after.former.map(({ user }) => user)]).toEqual([
    [],
    usersOf(aMeeting()),
    [DAN],
  ]);
  expect(dropAudience(after, ENG, now)).toEqual({ ok: true, value: after });
});

test('channels are added up to as many as a meeting takes', () => {
  const channels = Array.from({ length: MOST_CHANNELS }, (_, n) => `C0${n}`);
  const full = expectOk(inviteAudience(aMeeting(), [], { groups: [], channels }, now));

  expect(full.channels.map(({ id }) => id)).toEqual(channels);
  expect(inviteAudience(full, [], { groups: [], channels: ['C0MORE'] }, now)).toEqual({
    ok: false,
    problem: { kind: 'too-many-channels', count: MOST_CHANNELS + 1, most: MOST_CHANNELS },
  });
  expect(expectOk(dropAudience(full, { groups: [], channels }, now)).channels).toEqual([]);
});
