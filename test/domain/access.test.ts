import { describe, expect, test } from '@jest/globals';
import { type DateTime, Duration } from 'luxon';
import { admit, type DoorRules, holderOf, occurrenceAtDoor, type Presence } from '../../src/domain/access.ts';
import type { JoinLink } from '../../src/domain/join-link.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { visitorOf } from '../../src/domain/visitor.ts';
import { aGuest } from '../support/a-guest.ts';
import { ALICE, aMeeting, BOB, berlin, CHEN, idOf, inviteeNamed, STANDUP } from '../support/a-meeting.ts';
import { aSeat } from '../support/a-seat.ts';

const minutes = (count: number) => Duration.fromObject({ minutes: count });
const rules: DoorRules = {
  guestsBefore: minutes(10),
  hostsBefore: minutes(30),
  closesAfter: minutes(15),
  returnFor: minutes(60),
  waitForHost: 'nobody',
};
const waiting: DoorRules = { ...rules, waitForHost: 'everyone' };
/** Tuesday 09:00 to 09:30 in Berlin. */
const meeting = aMeeting();
const nobodyCame: Presence = { enteredAt: null, openedAt: null, endedAt: null };
const opened: Presence = { enteredAt: null, openedAt: berlin('2026-03-03T08:30'), endedAt: null };
const hasBeenIn: Presence = { enteredAt: berlin('2026-03-03T08:55'), openedAt: null, endedAt: null };

const linkOf = (user: typeof ALICE, version = 1): JoinLink => ({
  meeting: STANDUP,
  invitee: idOf(meeting, user),
  version,
});
const onlyOf = (of: Meeting) => occurrenceAtDoor(of, of.startsAt, rules);
const at = (time: string) => berlin(`2026-03-03T${time}`);

/** `open`, or the refusal; a time to come back is appended. */
function answer(
  of: Meeting,
  user: typeof ALICE,
  presence: Presence,
  now: DateTime,
  under: DoorRules,
  version = 1,
): string {
  const admitted = admit(of, onlyOf(of), holderOf(of, linkOf(user, version), aSeat(of, user)), presence, now, under);
  if (admitted.ok) return 'open';
  return admitted.problem.kind === 'too-early'
    ? `too-early until ${admitted.problem.opensAt.toFormat('HH:mm')}`
    : admitted.problem.kind;
}

describe('a window belongs to its first instant and not to its last', () => {
  test.each<[string, typeof ALICE, Presence, DoorRules, [string, string][]]>([
    [
      'a guest enters',
      BOB,
      nobodyCame,
      rules,
      [
        ['08:49:59', 'too-early until 08:50'],
        ['08:50:00', 'open'],
        ['08:50:01', 'open'],
        ['09:44:59', 'open'],
        ['09:45:00', 'ended'],
        ['09:45:01', 'ended'],
      ],
    ],
    [
      'a host enters',
      ALICE,
      nobodyCame,
      rules,
      [
        ['08:29:59', 'too-early until 08:30'],
        ['08:30:00', 'open'],
        ['08:30:01', 'open'],
        ['09:44:59', 'open'],
        ['09:45:00', 'ended'],
      ],
    ],
    [
      'a guest of an opened meeting enters',
      BOB,
      opened,
      rules,
      [
        ['08:29:59', 'too-early until 08:50'],
        ['08:30:00', 'open'],
        ['08:30:01', 'open'],
        ['09:44:59', 'open'],
        ['09:45:00', 'ended'],
      ],
    ],
    [
      'a guest who was in comes back',
      BOB,
      hasBeenIn,
      rules,
      [
        ['09:45:00', 'open'],
        ['10:29:59', 'open'],
        ['10:30:00', 'ended'],
        ['10:30:01', 'ended'],
      ],
    ],
    [
      'a host who was in comes back',
      ALICE,
      { ...opened, enteredAt: at('08:30') },
      waiting,
      [
        ['10:29:59', 'open'],
        ['10:30:00', 'ended'],
      ],
    ],
    [
      'a guest waits for the host',
      BOB,
      nobodyCame,
      waiting,
      [
        ['08:49:59', 'too-early until 08:50'],
        ['08:50:00', 'waiting-for-host'],
        ['09:44:59', 'waiting-for-host'],
        ['09:45:00', 'ended'],
      ],
    ],
    [
      'a guest need not wait once a host came',
      BOB,
      opened,
      waiting,
      [
        ['08:29:59', 'too-early until 08:50'],
        ['08:30:00', 'open'],
        ['09:44:59', 'open'],
        ['09:45:00', 'ended'],
      ],
    ],
    [
      'a host waits for nobody',
      ALICE,
      nobodyCame,
      waiting,
      [
        ['08:29:59', 'too-early until 08:30'],
        ['08:30:00', 'open'],
      ],
    ],
  ])('%s', (_, user, presence, under, answers) => {
    expect(answers.map(([time]) => [time, answer(meeting, user, presence, at(time), under)])).toEqual(answers);
  });
});

const times = ['08:00', '08:30', '08:50', '09:00', '09:45', '10:30'];
const presences = [nobodyCame, opened, hasBeenIn, { ...opened, ...hasBeenIn }];

test.each([
  ['a meeting that was cancelled', { ...meeting, status: 'cancelled' as const }, 1, 'cancelled'],
  [
    'a link that was revoked',
    { ...meeting, invitees: [{ ...inviteeNamed(meeting, BOB), linkVersion: 2 }] },
    1,
    'not-invited',
  ],
  ['a link from the future', meeting, 2, 'not-invited'],
  ['a person who was taken off', { ...meeting, invitees: [inviteeNamed(meeting, ALICE)] }, 1, 'not-invited'],
  ['a cancelled meeting and a revoked link', { ...meeting, status: 'cancelled' as const }, 7, 'not-invited'],
])('%s lets Bob in at no time, whoever has come', (_, of, version, expected) => {
  const answers = times.flatMap((time) =>
    presences.flatMap((presence) =>
      [rules, waiting].map((under) => answer(of, BOB, presence, at(time), under, version)),
    ),
  );

  expect(new Set(answers)).toEqual(new Set([expected]));
});

describe('a meeting that was moved', () => {
  const moved = aMeeting({ startsAt: berlin('2026-03-05T14:00'), endsAt: berlin('2026-03-05T14:30'), sequence: 1 });
  const onTheDay = (time: string) => berlin(`2026-03-05T${time}`);

  test.each([
    [CHEN, nobodyCame, at('09:00'), 'too-early until 13:50'],
    [ALICE, nobodyCame, at('09:00'), 'too-early until 13:30'],
    [CHEN, opened, onTheDay('13:40'), 'too-early until 13:50'],
    [CHEN, opened, onTheDay('14:00'), 'waiting-for-host'],
    [ALICE, opened, onTheDay('14:00'), 'open'],
    [CHEN, { enteredAt: null, openedAt: onTheDay('13:30'), endedAt: null }, onTheDay('13:35'), 'open'],
    [CHEN, nobodyCame, onTheDay('14:45'), 'ended'],
    [CHEN, hasBeenIn, onTheDay('14:45'), 'ended'],
  ])('takes its door along: %s, %j, at %s: %s', (user, presence, now, expected) => {
    expect(answer(moved, user, presence, now, waiting)).toBe(expected);
  });
});

describe('before a host has come, in the middle of the meeting', () => {
  const holders = { host: inviteeNamed(meeting, ALICE), colleague: inviteeNamed(meeting, BOB), guest: aGuest(STANDUP) };
  const visitor = visitorOf(aSeat(meeting, BOB, { isVisitor: true }));
  const asked = [holders.host, holders.colleague, holders.guest, visitor];

  test.each<[DoorRules['waitForHost'], boolean | null, string[]]>([
    ['nobody', null, []],
    ['guests', null, ['guest', 'visitor']],
    ['everyone', null, ['colleague', 'guest', 'visitor']],
    ['nobody', true, ['colleague', 'guest', 'visitor']],
    ['guests', true, ['colleague', 'guest', 'visitor']],
    ['guests', false, []],
    ['everyone', false, []],
  ])('by the setting “%s”, and by the meeting %s, wait: %j', (waitForHost, ofMeeting, expected) => {
    const of = { ...meeting, waitForHost: ofMeeting };
    const under = { ...rules, waitForHost };
    const waiters = asked.map((holder, index) => {
      const admitted = admit(of, onlyOf(of), holder, nobodyCame, at('09:10'), under);
      return !admitted.ok && admitted.problem.kind === 'waiting-for-host'
        ? ['host', 'colleague', 'guest', 'visitor'][index]
        : null;
    });

    expect(waiters.filter((name) => name !== null)).toEqual(expected);
  });
});

test('answers with the person whose link it is', () => {
  expect(admit(meeting, onlyOf(meeting), inviteeNamed(meeting, CHEN), nobodyCame, at('09:00'), rules)).toEqual({
    ok: true,
    value: inviteeNamed(meeting, CHEN),
  });
});
