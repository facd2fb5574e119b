import { describe, expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import {
  cancelFollowing,
  cancelMeeting,
  cancelOccurrence,
  reasonFor,
  withdraw,
} from '../../../src/domain/changes/cancel.ts';
import { changeAccess, extend, reword } from '../../../src/domain/changes/edit.ts';
import { moveMeeting, moveOccurrence } from '../../../src/domain/changes/move.ts';
import {
  changeRole,
  followGroup,
  handOver,
  invitePeople,
  replaceLink,
  takeOff,
} from '../../../src/domain/changes/people.ts';
import type { SlackUserId } from '../../../src/domain/ids.ts';
import { inviteeByUser, type Meeting } from '../../../src/domain/meeting.ts';
import { upcoming } from '../../../src/domain/occurrence.ts';
import type { Recurrence } from '../../../src/domain/recurrence.ts';
import type { Result } from '../../../src/domain/result.ts';
import { AGREED_AT, ALICE, aMeeting, BOB, berlin, CHEN, idOf } from '../../support/a-meeting.ts';

const now = AGREED_AT.plus({ hours: 1 });
const half = Duration.fromObject({ minutes: 30 });
const meeting = aMeeting();
const weekly = (rule: Recurrence = { freq: 'WEEKLY', byday: ['TU'] }) => aMeeting({ series: { rule, changes: [] } });
const DANA = 'U0DANA000' as SlackUserId;

function value<P>(result: Result<Meeting, P>): Meeting {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}
const days = (of: Meeting, count = 3) =>
  upcoming(of, now, count).map(({ startsAt }) => startsAt.toFormat('ccc dd.MM. HH:mm'));

describe('moving', () => {
  test('keeps links and answers to be asked anew, and counts the sequence up', () => {
    const moved = value(moveMeeting(meeting, berlin('2026-03-04T10:00'), half, now));

    expect(moved).toEqual({
      ...meeting,
      startsAt: berlin('2026-03-04T10:00'),
      endsAt: berlin('2026-03-04T10:30'),
      earlierStarts: [{ startsAt: meeting.startsAt, until: 0 }],
      sequence: 1,
      changedAt: now,
    });
  });

  test('to where it is already is no change', () => {
    expect(moveMeeting(meeting, meeting.startsAt, half, now)).toEqual({ ok: true, value: meeting });
  });

  test('takes a whole series to another day, and forgets what was changed of single ones', () => {
    const before = value(cancelOccurrence(weekly(), '20260310T080000Z', null, now));

    expect(days(value(moveMeeting(before, berlin('2026-03-05T11:00'), half, now)))).toEqual([
      'Thu 05.03. 11:00',
      'Thu 12.03. 11:00',
      'Thu 19.03. 11:00',
    ]);
  });

  test.each<[Recurrence, string, string[]]>([
    [{ freq: 'MONTHLY', byday: ['1TU'] }, '2026-03-12T09:00', ['Thu 12.03. 09:00', 'Thu 09.04. 09:00']],
    [{ freq: 'MONTHLY', bymonthday: [3] }, '2026-03-12T09:00', ['Thu 12.03. 09:00', 'Sun 12.04. 09:00']],
    [{ freq: 'WEEKLY', byday: ['TU', 'TH'] }, '2026-03-05T09:00', ['Thu 05.03. 09:00', 'Tue 10.03. 09:00']],
  ])('%j to %s', (rule, to, expected) => {
    expect(days(value(moveMeeting(weekly(rule), berlin(to), half, now)), 2)).toEqual(expected);
  });

  test('a series of several days cannot be moved to a day it does not have', () => {
    const outcome = moveMeeting(weekly({ freq: 'WEEKLY', byday: ['TU', 'TH'] }), berlin('2026-03-06T09:00'), half, now);

    expect(outcome).toEqual({ ok: false, problem: { kind: 'several-days' } });
  });

  test('one occurrence leaves the others where they are', () => {
    const moved = value(moveOccurrence(weekly(), '20260310T080000Z', berlin('2026-03-11T16:00'), half, now));

    expect(days(moved)).toEqual(['Tue 03.03. 09:00', 'Wed 11.03. 16:00', 'Tue 17.03. 09:00']);
    expect(moved.sequence).toBe(1);
    const again = value(moveOccurrence(moved, '20260310T080000Z', berlin('2026-03-12T16:00'), half, now));
    expect(again.series?.changes).toHaveLength(1);
  });

  test('an occurrence that the series does not have, or that is over, is refused', () => {
    const when = berlin('2026-04-01T09:00');

    expect(moveOccurrence(weekly(), '20260311T080000Z', when, half, now)).toMatchObject({
      problem: { kind: 'unknown-occurrence' },
    });
    expect(moveOccurrence(weekly(), '20260303T080000Z', when, half, berlin('2026-03-03T09:30'))).toMatchObject({
      problem: { kind: 'over' },
    });
  });
});

describe('cancelling', () => {
  test('twice is cancelling once', () => {
    const cancelled = value(cancelMeeting(meeting, 'sick', now));

    expect(cancelled).toEqual({ ...meeting, status: 'cancelled', reason: 'sick', sequence: 1, changedAt: now });
    expect(value(cancelMeeting(cancelled, null, now))).toBe(cancelled);
  });

  test('what is over is refused', () => {
    expect(cancelMeeting(meeting, null, meeting.endsAt)).toEqual({ ok: false, problem: { kind: 'over' } });
  });

  test('one of a series leaves the others', () => {
    expect(days(value(cancelOccurrence(weekly(), '20260310T080000Z', null, now)))).toEqual([
      'Tue 03.03. 09:00',
      'Tue 17.03. 09:00',
      'Tue 24.03. 09:00',
    ]);
  });

  test.each<Recurrence>([
    { freq: 'WEEKLY', byday: ['TU'] },
    { freq: 'WEEKLY', byday: ['TU'], count: 9 },
  ])('one of %j and all that follow ends the series before it', (rule) => {
    const ended = value(cancelFollowing(weekly(rule), '20260317T080000Z', null, now));

    expect(days(ended)).toEqual(['Tue 03.03. 09:00', 'Tue 10.03. 09:00']);
    expect(ended.series?.rule).toEqual({ freq: 'WEEKLY', byday: ['TU'], until: '2026-03-10' });
  });

  test('each is off for the reason that was given for it', () => {
    const one = value(cancelOccurrence(weekly(), '20260310T080000Z', 'a holiday', now));
    const ended = value(cancelFollowing(one, '20260324T080000Z', 'we are done', now));
    const all = value(cancelMeeting(one, 'we have moved', now));

    expect(['20260310T080000Z', '20260317T080000Z', null].map((run) => reasonFor(ended, run))).toEqual([
      'a holiday',
      null,
      'we are done',
    ]);
    expect([reasonFor(one, null), reasonFor(all, null)]).toEqual([null, 'we have moved']);
  });

  test('the first and all that follow cancels the series', () => {
    expect(value(cancelFollowing(weekly(), '20260303T080000Z', null, now)).status).toBe('cancelled');
  });

  test('a meeting that has begun is not taken back', () => {
    expect(value(withdraw(meeting, now)).status).toBe('withdrawn');
    expect(withdraw(meeting, meeting.startsAt)).toEqual({ ok: false, problem: { kind: 'over' } });
  });
});

describe('people', () => {
  const bobs = idOf(meeting, BOB);

  test('who is taken off and comes back has a new link', () => {
    const without = value(takeOff(meeting, bobs, now));
    const back = value(invitePeople(without, [{ user: BOB, name: 'Bob' }], now));

    expect([without.invitees.length, without.former.map(({ id }) => id)]).toEqual([2, [bobs]]);
    expect([inviteeByUser(back, BOB)?.linkVersion, back.former]).toEqual([2, []]);
  });

  test('who is there already stays as they are', () => {
    expect(value(invitePeople(meeting, [{ user: BOB, name: 'Bob' }], now))).toBe(meeting);
  });

  test('the organizer cannot be taken off, and hosts', () => {
    expect(takeOff(meeting, idOf(meeting, ALICE), now)).toMatchObject({ problem: { kind: 'is-organizer' } });
    expect(changeRole(meeting, idOf(meeting, ALICE), 'guest', now)).toMatchObject({
      problem: { kind: 'is-organizer' },
    });
  });

  test('who is handed the meeting hosts it', () => {
    const handed = value(handOver(meeting, BOB, now));

    expect([handed.organizer, inviteeByUser(handed, BOB)?.role, inviteeByUser(handed, ALICE)?.role]).toEqual([
      BOB,
      'host',
      'host',
    ]);
    expect(handOver(meeting, DANA, now)).toMatchObject({ problem: { kind: 'unknown-person' } });
  });

  test('a new link makes the old one worthless', () => {
    expect(inviteeByUser(value(replaceLink(meeting, bobs, now)), BOB)?.linkVersion).toBe(2);
  });

  test('a group brings in who joined it and takes off who left, and nobody else', () => {
    const first = value(
      followGroup(
        meeting,
        'S1',
        [
          { user: DANA, name: null },
          { user: CHEN, name: null },
        ],
        now,
      ),
    );
    const later = value(followGroup(first, 'S1', [{ user: CHEN, name: null }], now));

    expect(first.invitees.map(({ user, via }) => [user, via])).toEqual([
      [ALICE, null],
      [BOB, null],
      [CHEN, null],
      [DANA, 'S1'],
    ]);
    expect(later.invitees.map(({ user }) => user)).toEqual([ALICE, BOB, CHEN]);
    expect(later.former.map(({ user }) => user)).toEqual([DANA]);
  });

  test('a group brings back who had left it, and nobody who was taken off', () => {
    const group = [DANA, CHEN].map((user) => ({ user, name: null }));
    const first = value(followGroup(meeting, 'S1', group, now));
    const left = value(followGroup(first, 'S1', [{ user: CHEN, name: null }], now));
    const without = value(takeOff(first, idOf(first, DANA), now));
    const users = ({ invitees }: Meeting) => invitees.map(({ user }) => user);

    expect(users(value(followGroup(left, 'S1', group, now)))).toEqual([ALICE, BOB, CHEN, DANA]);
    expect(users(value(followGroup(without, 'S1', group, now)))).toEqual([ALICE, BOB, CHEN]);
  });
});

describe('words, access and length', () => {
  test('new words are for the calendars, too', () => {
    expect(value(reword(meeting, { title: 'Daily', notes: 'Bring coffee' }, now)).sequence).toBe(1);
    expect(reword(meeting, { title: 'x'.repeat(151), notes: null }, now)).toMatchObject({
      problem: { kind: 'title-too-long' },
    });
  });

  test('access is not', () => {
    expect(value(changeAccess(meeting, 'public', true, now))).toMatchObject({
      access: 'public',
      waitForHost: true,
      sequence: 0,
    });
  });

  test('a meeting under way is extended from its start', () => {
    const quarter = Duration.fromObject({ minutes: 15 });
    const during = berlin('2026-03-03T09:20');

    expect(value(extend(meeting, 'once', quarter, during))).toMatchObject({
      startsAt: meeting.startsAt,
      endsAt: berlin('2026-03-03T09:45'),
    });
    const longer = value(extend(weekly(), '20260303T080000Z', quarter, during));
    expect(upcoming(longer, during, 2).map(({ endsAt }) => endsAt)).toEqual([
      berlin('2026-03-03T09:45'),
      berlin('2026-03-10T09:30'),
    ]);
  });
});

test('nothing of a cancelled meeting can be changed', () => {
  const cancelled = value(cancelMeeting(meeting, null, now));
  const refused = { ok: false, problem: { kind: 'not-scheduled', status: 'cancelled' } };

  expect([
    moveMeeting(cancelled, berlin('2026-03-05T09:00'), half, now),
    takeOff(cancelled, idOf(meeting, BOB), now),
    invitePeople(cancelled, [{ user: DANA, name: null }], now),
    reword(cancelled, { title: 'x', notes: null }, now),
    withdraw(cancelled, now),
    handOver(cancelled, BOB, now),
    extend(cancelled, 'once', half, now),
  ]).toEqual(Array.from({ length: 7 }, () => refused));
});
