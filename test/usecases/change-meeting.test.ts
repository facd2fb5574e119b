import { describe, expect, test } from '@jest/globals';
import { cancelMeeting } from '../../src/domain/changes/cancel.ts';
import { noted } from '../../src/domain/changes/changed.ts';
import { inviteeIdFor } from '../../src/domain/ids.ts';
import { ONLY_OCCURRENCE } from '../../src/domain/occurrence.ts';
import { ok } from '../../src/domain/result.ts';
import { may, type Verb } from '../../src/domain/rights.ts';
import { makeChangeMeeting } from '../../src/usecases/change-meeting.ts';
import { makeEndMeeting } from '../../src/usecases/end-meeting.ts';
import { makeIsAdmin } from '../../src/usecases/is-admin.ts';
import { ACME, ALICE, aMeeting, anInvitee, BOB, berlin, CHEN, STANDUP, ZENITH } from '../support/a-meeting.ts';
import { bob, chen } from '../support/fake-directory.ts';
import { setStageWithMeeting } from './stage.ts';

const STRANGER = 'U0STRANGE' as typeof ALICE;

async function setting() {
  const stage = await setStageWithMeeting({
    invitees: [
      anInvitee(STANDUP, ALICE, { name: 'Alice', role: 'host' }),
      anInvitee(STANDUP, BOB, { role: 'host' }),
      anInvitee(STANDUP, CHEN),
    ],
  });
  const { meetings, rooms, directory, clock } = stage;
  let wakes = 0;
  const wake = () => {
    wakes += 1;
  };
  const deps = { meetings, rooms, isAdmin: makeIsAdmin(directory), clock, wake };
  const change = makeChangeMeeting(deps);
  const end = makeEndMeeting(deps);
  return {
    ...stage,
    wakes: () => wakes,
    cancel: (user = ALICE, workspace = ACME) =>
      change({ workspace, user }, STANDUP, 'cancel', (meeting, now) => cancelMeeting(meeting, null, now)),
    reword: (user = ALICE) =>
      change({ workspace: ACME, user }, STANDUP, 'edit', (meeting, now) => ok(noted(meeting, { notes: 'New' }, now))),
    end: (user = ALICE, workspace = ACME) => end({ workspace, user }, STANDUP, ONLY_OCCURRENCE),
    stored: () => meetings.get(ACME, STANDUP),
    room: () => rooms.get(STANDUP, ONLY_OCCURRENCE),
  };
}

describe('who may do what', () => {
  const meeting = aMeeting({
    invitees: [
      anInvitee(STANDUP, ALICE, { role: 'host' }),
      anInvitee(STANDUP, BOB, { role: 'host' }),
      anInvitee(STANDUP, CHEN),
    ],
  });
  /** By organizer, host, guest, stranger, and a stranger who is an admin. */
  test.each<[Verb, string]>([
    ['edit', 'yes yes no no no'],
    ['move', 'yes yes no no no'],
    ['invite', 'yes yes no no no'],
    ['take-off', 'yes yes no no no'],
    ['extend', 'yes yes no no no'],
    ['resend', 'yes yes no no no'],
    ['end', 'yes yes no no yes'],
    ['cancel', 'yes no no no yes'],
    ['hand-over', 'yes no no no yes'],
    ['undo', 'yes no no no no'],
    ['change-role', 'yes no no no no'],
  ])('%s: %s', (verb, expected) => {
    const answers = [ALICE, BOB, CHEN, STRANGER].map((user) => may(meeting, user, verb));

    expect([...answers, may(meeting, STRANGER, verb, true)].map((is) => (is ? 'yes' : 'no')).join(' ')).toBe(expected);
  });
});

test('the organizer changes a meeting in one write, and the worker is woken', async () => {
  const { cancel, stored, wakes } = await setting();

  expect((await cancel()).ok).toBe(true);
  expect([(await stored())?.status, wakes()]).toEqual(['cancelled', 1]);
});

test('who made a change that calendars must follow is noted, and of another change nobody', async () => {
  const { reword, cancel, stored } = await setting();

  await reword(BOB);
  expect((await stored())?.changedBy).toBeNull();
  await cancel(ALICE);
  expect((await stored())?.changedBy).toBe(inviteeIdFor(STANDUP, ALICE));
});

test('whoever may not is refused, and nothing is changed', async () => {
  const { cancel, stored } = await setting();

  expect(await cancel(BOB)).toEqual({ ok: false, problem: { kind: 'not-allowed', verb: 'cancel' } });
  expect((await stored())?.status).toBe('scheduled');
});

test('an admin may, and is asked for only where it matters', async () => {
  const { cancel, directory } = await setting();
  directory.put({ ...chen, isAdmin: true });

  expect((await cancel(CHEN)).ok).toBe(true);
  expect(directory.asked).toEqual([CHEN]);
});

test('in another workspace the same ids are nothing', async () => {
  const { cancel, end, stored } = await setting();

  expect(await cancel(ALICE, ZENITH)).toEqual({ ok: false, problem: { kind: 'unknown-meeting' } });
  expect(await end(ALICE, ZENITH)).toEqual({ ok: false, problem: { kind: 'unknown-meeting' } });
  expect((await stored())?.status).toBe('scheduled');
});

test('a meeting under way is ended for all by a host, once', async () => {
  const { end, room, clock } = await setting();
  clock.set(berlin('2026-03-03T09:10'));

  expect((await end(BOB)).ok).toBe(true);
  clock.set(berlin('2026-03-03T09:12'));
  await end(ALICE);
  expect((await room())?.endedAt).toEqual(berlin('2026-03-03T09:10').toUTC());
});

test('one that has not begun is not ended, and a guest ends nothing', async () => {
  const { end, room, clock, directory } = await setting();
  directory.put(bob);

  expect(await end()).toEqual({ ok: false, problem: { kind: 'not-running' } });
  clock.set(berlin('2026-03-03T09:10'));
  expect(await end(CHEN)).toEqual({ ok: false, problem: { kind: 'not-allowed', verb: 'end' } });
  expect(await room()).toBeNull();
});
