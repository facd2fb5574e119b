import { expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import { moveMeeting } from '../../src/domain/changes/move.ts';
import { invitePeople, takeOff } from '../../src/domain/changes/people.ts';
import { sendDraft } from '../../src/domain/draft.ts';
import { inviteeIdFor, meetingIdFor } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { ok } from '../../src/domain/result.ts';
import { Duplicate } from '../../src/ports/documents.ts';
import { openGuestMailCounts } from '../../src/store/guest-mails.ts';
import { makeAgreedMeetings } from '../../src/usecases/agreed-meetings.ts';
import { aGuest } from '../support/a-guest.ts';
import { ACME, AGREED_AT, ALICE, aMeeting, anInvitee, BOB, STANDUP, ZENITH } from '../support/a-meeting.ts';
import { countRows } from '../support/rows.ts';
import { setStage } from './stage.ts';

const now = AGREED_AT;
const day = (days: number) => now.plus({ days });
const halfAnHour = Duration.fromObject({ minutes: 30 });

/** Ten invitations a day, two open meetings a person and three a workspace. */
const limits = { open: { ofOrganizer: 2, ofWorkspace: 3 }, guestMailsPerDay: 10 };

async function setting() {
  const stage = await setStage();
  const agreed = makeAgreedMeetings({ ...stage, limits });
  const change = (at: typeof now, apply: Parameters<typeof agreed.change<unknown>>[3], id = STANDUP) =>
    agreed.change(ACME, id, at, apply);
  return {
    ...stage,
    agreed,
    add: async (meeting: Meeting, signal?: AbortSignal) => outcomeOf(await agreed.add(meeting, signal)),
    change: async (...args: Parameters<typeof change>) => outcomeOf(await change(...args)),
    /** How many invitations and changes are left on this day. */
    left: async (at = now) => {
      const probe = async (of: 'invitations' | 'changes') => {
        const tried = await stage.guestMails.fits(ACME, { invitations: 0, changes: 0, [of]: 99 }, 10, at);
        return tried.ok || tried.problem.left;
      };
      return [await probe('invitations'), await probe('changes')];
    },
  };
}

const withGuests = (title: string, count: number, changes: Partial<Meeting> = {}) => {
  const id = title === 'standup' ? STANDUP : meetingIdFor(ACME, title);
  const guests = Array.from({ length: count }, (_, n) => aGuest(id, `guest${n}@example.com`));
  return aMeeting({ id, title, invitees: [anInvitee(id, ALICE), ...guests], ...changes });
};

test('a meeting whose invitations are more than the day has left is not stored, and others are', async () => {
  const { add, left, meetings } = await setting();

  expect(await add(withGuests('standup', 8))).toBe('ok');
  expect(await add(withGuests('retro', 3))).toBe('too-many-guest-mails');
  expect(await meetings.find(meetingIdFor(ACME, 'retro'))).toBeNull();
  expect(await left()).toEqual([2, 10]);
  expect(await add(withGuests('review', 2))).toBe('ok');
});

test('a draft counts nothing, is refused where it could not be sent, and is asked again when it is', async () => {
  const { add, change, left, guestMails } = await setting();
  const send = (meeting: Meeting) => sendDraft(meeting, Duration.fromMillis(0), now);

  expect(await add(withGuests('large', 11, { status: 'draft' }))).toBe('too-many-guest-mails');
  expect(await add(withGuests('standup', 8, { status: 'draft' }))).toBe('ok');
  expect(await left()).toEqual([10, 10]);
  await guestMails.spend(ACME, { invitations: 5, changes: 0 }, 10, now);
  expect(await change(now, send)).toBe('too-many-guest-mails');
  expect(await change(day(1), send)).toBe('ok');
  expect([await left(), await left(day(1))]).toEqual([
    [5, 10],
    [2, 10],
  ]);
});

test('whoever edits again and again stops nobody from being invited, nor from being told that it is off', async () => {
  const { add, change, left } = await setting();
  await add(withGuests('standup', 4));
  const outcomes = [];
  for (const hour of [1, 2, 3]) {
    const to = now.plus({ days: 1, hours: hour });
    outcomes.push(await change(now, (meeting) => moveMeeting(meeting, to, halfAnHour, now)));
  }

  expect(outcomes).toEqual(['ok', 'ok', 'too-many-guest-mails']);
  expect(await change(now, (m) => takeOff(m, inviteeIdFor(STANDUP, 'guest0@example.com'), now))).toBe('ok');
  expect(await left()).toEqual([6, 2]);
});

test('what is not stored after all is given back', async () => {
  const { agreed, add, change, left } = await setting();
  await add(withGuests('standup', 4));
  const gone = new AbortController();
  gone.abort(new Error('answered already'));

  await expect(agreed.add(withGuests('standup', 4))).rejects.toBeInstanceOf(Duplicate);
  await expect(agreed.add(withGuests('late', 4), gone.signal)).rejects.toThrow('answered already');
  let tries = 0;
  const outcome = await change(now, (meeting) => {
    tries += 1;
    const invited = invitePeople(meeting, [{ user: null, email: 'new@example.com', name: null }], now);
    return tries === 1 ? invited : ok(meeting);
  });
  expect([outcome, tries, await left()]).toEqual(['ok', 2, [6, 10]]);
});

test('of many who ask at once no more are invited than the day has, on one store or after a restart', async () => {
  const { guestMails, left, store } = await setting();
  const other = await openGuestMailCounts(store);
  const one = { invitations: 1, changes: 0 };
  const asked = await Promise.all(
    Array.from({ length: 20 }, (_, n) => (n % 2 ? guestMails : other).spend(ACME, one, 10, now)),
  );

  expect(asked.filter((outcome) => outcome.ok)).toHaveLength(10);
  expect(await left()).toEqual([0, 10]);
  expect((await guestMails.spend(ZENITH, one, 10, now)).ok).toBe(true);
});

test('the day is the UTC day, and is forgotten when it is over', async () => {
  const { guestMails, store } = await setting();
  const [lastMoment, midnight] = [now.endOf('day'), day(1).startOf('day')];
  await guestMails.spend(ACME, { invitations: 10, changes: 0 }, 10, lastMoment.setZone('Asia/Tokyo'));

  expect(await guestMails.fits(ACME, { invitations: 1, changes: 0 }, 10, now)).toMatchObject({
    problem: { left: 0 },
  });
  expect((await guestMails.fits(ACME, { invitations: 10, changes: 0 }, 10, midnight)).ok).toBe(true);
  await guestMails.forgetOld(lastMoment);
  expect(await countRows(store)).toEqual({ guestMails: 1 });
  await guestMails.forgetOld(midnight);
  expect(await countRows(store)).toEqual({});
});

test('nobody has more open meetings than a person may, nor a workspace, until some are over', async () => {
  const { add, change } = await setting();
  const meeting = (title: string, changes: Partial<Meeting> = {}) => withGuests(title, 0, changes);
  const send = (draft: Meeting) => sendDraft(draft, Duration.fromMillis(0), now);
  await add(meeting('standup', { status: 'draft' }));

  expect([await add(meeting('1')), await add(meeting('2')), await add(meeting('3'))]).toEqual([
    'ok',
    'ok',
    'too-many-open-meetings',
  ]);
  expect(await change(now, send)).toBe('too-many-open-meetings');
  expect(await add(meeting('of Bob', { organizer: BOB }))).toBe('ok');
  expect(await add(meeting('of Bob too', { organizer: BOB }))).toBe('too-many-open-meetings');
  expect(await add(meeting('later', { createdAt: day(2) }))).toBe('ok');
});

function outcomeOf(outcome: { ok: boolean; problem?: unknown } | null): unknown {
  return outcome?.ok ? 'ok' : (outcome?.problem as { kind: string } | undefined)?.kind;
}

test('a change that comes too late is not stored, and gives back what it was to take', async () => {
  const { agreed, add, left, meetings } = await setting();
  expect(await add(withGuests('standup', 8, { status: 'draft' }))).toBe('ok');
  const answered = new AbortController();
  let looks = 0;
  const send = (meeting: Meeting) => {
    looks += 1;
    queueMicrotask(() => answered.abort());
    return sendDraft(meeting, Duration.fromMillis(0), now);
  };

  const sending = agreed.change(ACME, STANDUP, now, send, answered.signal);

  await expect(sending).rejects.toHaveProperty('name', 'AbortError');
  expect([looks, (await meetings.find(STANDUP))?.status, await left()]).toEqual([1, 'draft', [10, 10]]);
});
