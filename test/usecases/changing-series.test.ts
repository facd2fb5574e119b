import { describe, expect, test } from '@jest/globals';
import { type DateTime, Duration } from 'luxon';
import { followingIdOf } from '../../src/domain/changes/follow.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { upcoming } from '../../src/domain/occurrence.ts';
import type { Recurrence } from '../../src/domain/recurrence.ts';
import { makeCancelMeeting } from '../../src/usecases/cancel-meeting.ts';
import { makeChangeMeeting } from '../../src/usecases/change-meeting.ts';
import { makeIsAdmin } from '../../src/usecases/is-admin.ts';
import { makeMoveMeeting, type Scope } from '../../src/usecases/move-meeting.ts';
import { ACME, AGREED_AT, ALICE, berlin, CHEN, STANDUP, ZENITH } from '../support/a-meeting.ts';
import { setStageWithMeeting } from './stage.ts';

/** Tuesdays at nine in Berlin, from 3 March 2026 on; on 29 March the clocks go forward there. */
async function aSeries(rule: Recurrence = { freq: 'WEEKLY', byday: ['TU'] }) {
  const stage = await setStageWithMeeting({ series: { rule, changes: [] } });
  const { meetings, agreedMeetings, directory, clock } = stage;
  const changeMeeting = makeChangeMeeting({ meetings, isAdmin: makeIsAdmin(directory), clock, wake: () => {} });
  const moveMeeting = makeMoveMeeting({ meetings, agreedMeetings, changeMeeting, clock });
  const cancelMeeting = makeCancelMeeting(changeMeeting);
  const following = followingIdOf({ id: STANDUP, workspace: ACME }, THIRD);
  return {
    ...stage,
    following,
    move: (scope: Scope, to: DateTime, key = THIRD, user = ALICE, workspace = ACME) =>
      moveMeeting(
        { workspace, user },
        { meeting: STANDUP, occurrence: key, scope, startsAt: to, length: HALF_AN_HOUR },
      ),
    cancel: (scope: Scope, key = THIRD, reason = '') =>
      cancelMeeting({ workspace: ACME, user: ALICE }, { meeting: STANDUP, occurrence: key, scope, reason }),
    async starts(id = STANDUP) {
      const meeting = await meetings.get(ACME, id);
      return meeting ? startsOf(meeting) : null;
    },
  };
}

const HALF_AN_HOUR = Duration.fromObject({ minutes: 30 });
/** Tuesday 17 March. */
const THIRD = '20260317T080000Z';

function startsOf(meeting: Meeting): string[] {
  return upcoming(meeting, AGREED_AT, 5).map(({ startsAt }) => startsAt.toFormat('d LLL HH:mm'));
}

describe('moving', () => {
  test('one of a series leaves the others', async () => {
    const { move, starts } = await aSeries();

    await move('this', berlin('2026-03-18T14:00'));

    expect(await starts()).toEqual(['3 Mar 09:00', '10 Mar 09:00', '18 Mar 14:00', '24 Mar 09:00', '31 Mar 09:00']);
  });

  test('all moves what is to come by as many days to the same hour, over the change of the clocks', async () => {
    const { move, starts } = await aSeries();

    await move('all', berlin('2026-03-18T14:00'));

    expect(await starts()).toEqual(['4 Mar 14:00', '11 Mar 14:00', '18 Mar 14:00', '25 Mar 14:00', '1 Apr 14:00']);
  });

  test('this and following end the series and go on in another, with the same people and links of their own', async () => {
    const { move, starts, following, meetings } = await aSeries();

    const rest = await move('following', berlin('2026-03-18T14:00'));

    expect(await starts()).toEqual(['3 Mar 09:00', '10 Mar 09:00']);
    expect(await starts(following)).toEqual([
      '18 Mar 14:00',
      '25 Mar 14:00',
      '1 Apr 14:00',
      '8 Apr 14:00',
      '15 Apr 14:00',
    ]);
    const [before, after] = [await meetings.get(ACME, STANDUP), await meetings.get(ACME, following)];
    expect(after?.invitees.map(({ user }) => user)).toEqual(before?.invitees.map(({ user }) => user));
    expect(after?.invitees.some(({ id }) => before?.invitees.some((one) => one.id === id))).toBe(false);
    expect(rest.ok && rest.value.id).toBe(following);
  });

  test.each<Scope>(['this', 'following', 'all'])('%s twice is once', async (scope) => {
    const { move, meetings, following } = await aSeries();
    await move(scope, berlin('2026-03-18T14:00'));
    const once = [await meetings.get(ACME, STANDUP), await meetings.get(ACME, following)];

    expect((await move(scope, berlin('2026-03-18T14:00'))).ok).toBe(true);
    expect([await meetings.get(ACME, STANDUP), await meetings.get(ACME, following)]).toEqual(once);
  });

  test('what a crash left half done is completed by the same request, at the time that is wanted then', async () => {
    const { move, meetings, following, starts } = await aSeries();
    await move('following', berlin('2026-03-18T14:00'));
    const rest = await meetings.get(ACME, following);
    const fresh = await aSeries();
    if (rest) await fresh.meetings.add(rest);

    await fresh.move('following', berlin('2026-03-19T15:00'));

    expect(await fresh.starts()).toEqual(await starts());
    expect((await fresh.starts(following))?.[0]).toBe('19 Mar 15:00');
  });

  test('a number of times stays that number over both parts', async () => {
    const { move, starts, following } = await aSeries({ freq: 'WEEKLY', byday: ['TU'], count: 5 });

    await move('following', berlin('2026-03-18T14:00'));

    expect([(await starts())?.length, (await starts(following))?.length]).toEqual([2, 3]);
  });

  test('from the first on is all of it', async () => {
    const { move, starts, following } = await aSeries();

    await move('following', berlin('2026-03-04T10:00'), '20260303T080000Z');

    expect([(await starts())?.[0], await starts(following)]).toEqual(['4 Mar 10:00', null]);
  });

  test.each([
    ['a guest', CHEN, ACME, 'not-allowed'],
    ['somebody with the same ids elsewhere', ALICE, ZENITH, 'unknown-meeting'],
  ])('%s moves nothing and makes nothing', async (_, user, workspace, kind) => {
    const { move, starts, following } = await aSeries();

    const moved = await move('following', berlin('2026-03-18T14:00'), THIRD, user, workspace);

    expect(moved).toMatchObject({ ok: false, problem: { kind } });
    expect([(await starts())?.[2], await starts(following)]).toEqual(['17 Mar 09:00', null]);
  });
});

describe('cancelling', () => {
  test.each<[Scope, string[]]>([
    ['this', ['3 Mar 09:00', '10 Mar 09:00', '24 Mar 09:00', '31 Mar 09:00', '7 Apr 09:00']],
    ['following', ['3 Mar 09:00', '10 Mar 09:00']],
    ['all', []],
  ])('%s, once or twice', async (scope, left) => {
    const { cancel, starts } = await aSeries();

    expect([(await cancel(scope)).ok, (await cancel(scope)).ok]).toEqual([true, true]);
    expect(await starts()).toEqual(left);
  });

  test('the reason is one line', async () => {
    const { cancel, meetings } = await aSeries();

    await cancel('all', THIRD, '  we are\n done \u202e ');

    expect((await meetings.get(ACME, STANDUP))?.reason).toBe('we are done');
  });
});
