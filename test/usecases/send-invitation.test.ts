import { describe, expect, test } from '@jest/globals';
import type { Delivery } from '../../src/domain/delivery.ts';
import { partyOf } from '../../src/domain/invitee.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import type { Messenger } from '../../src/ports/messenger.ts';
import { ClaimLost } from '../../src/usecases/hold-claim.ts';
import { AGREED_AT, ALICE, aMeeting, anInvitee, BOB, CHEN, idOf, inviteeNamed } from '../support/a-meeting.ts';
import { aSeat } from '../support/a-seat.ts';
import { bob, DANA, ROBOT } from '../support/fake-directory.ts';
import { aDelivery, changeStored, links, mine, performersOf, setStageWithMeeting } from './stage.ts';

async function setting(changes: Partial<Meeting> = {}) {
  const stage = await setStageWithMeeting(changes);
  const { invitation: send } = performersOf(stage);
  const { meeting, seats, messenger } = stage;
  const invitation = (delivery: Partial<Delivery> = {}, user = BOB) =>
    send(aDelivery(meeting, 'invitation', idOf(meeting, user), delivery), mine);
  return {
    ...stage,
    send,
    invitation,
    bobsSeat: () => seats.get(meeting.id, 'once', idOf(meeting, BOB)),
    /** How many cards and files stand in Bob's conversation. */
    arrived: () => ({ cards: messenger.sent.length, files: messenger.shared.length }),
  };
}

const bobsFile = { id: 'F1', shared: true, sequence: 0, startsAt: aMeeting().startsAt.toUTC(), linkVersion: 1 };
const arrivedSeat = {
  name: 'Bob',
  card: { channel: `D-${BOB}`, ts: '1.000000' },
  shown: { face: expect.any(String) as unknown as string, count: 1, at: AGREED_AT },
  knows: { startsAt: aMeeting().startsAt.toUTC(), isCancelled: false, until: null },
  file: bobsFile,
};
const throttled = new ChatFault('throttled', 'ratelimited', { retryAfterSeconds: 30 });
const down = new ChatFault('unavailable', 'service_unavailable');
const noAnswer = new ChatFault('unavailable', 'no_answer', { ambiguous: true });
const expelled = new ChatFault('unauthorized', 'token_revoked');

test('brings the card and then the calendar file, and records both', async () => {
  const { invitation, messenger, bobsSeat, meeting } = await setting();

  expect(await invitation()).toEqual({ kind: 'done' });
  expect(messenger.sent).toEqual([
    {
      channel: `D-${BOB}`,
      ts: '1.000000',
      key: aDelivery(meeting, 'invitation', idOf(meeting, BOB)).key,
      message: {
        kind: 'card',
        card: {
          meeting: meeting.id,
          reader: 'guest',
          state: 'upcoming',
          title: 'Standup',
          notes: null,
          reason: null,
          rule: null,
          occurrence: 'once',
          startsAt: meeting.startsAt,
          endsAt: meeting.endsAt,
          organizer: ALICE,
          invited: { count: 2, first: [BOB, CHEN].map((user) => partyOf(inviteeNamed(meeting, user))) },
          linkVersion: 1,
          access: 'invited',
          channels: [],
          answer: null,
          answers: null,
          unreached: [],
          inside: [],
          held: null,
          recordings: [],
        },
        reader: { zone: 'America/New_York', locale: 'en-US' },
        joinUrl: links.urlFor(meeting, inviteeNamed(meeting, BOB)),
        publicUrl: null,
        recordingUrls: [],
      },
    },
  ]);
  expect(messenger.shared).toMatchObject([{ channel: `D-${BOB}`, id: 'F1', title: 'Standup' }]);
  expect(messenger.calls).toEqual(['openConversation', 'post', 'upload', 'share']);
  expect(await bobsSeat()).toEqual(aSeat(meeting, BOB, arrivedSeat));
});

test("a person's file holds their own link and nobody else's", async () => {
  const { invitation, messenger, meeting } = await setting();
  await invitation();

  const file = messenger.shared[0]?.file.content.replaceAll(/\r?\n[ \t]/g, '') ?? '';
  const linkOf = (user: typeof BOB) => links.fileUrlFor(meeting, inviteeNamed(meeting, user));
  expect(file).toContain(linkOf(BOB));
  expect([linkOf(ALICE), linkOf(CHEN)].some((link) => file.includes(link))).toBe(false);
});

test('reads the time in the zone of the meeting where the profile has none', async () => {
  const { invitation, messenger, directory } = await setting();
  directory.put({ ...bob, zone: null, locale: null });
  await invitation();

  expect(messenger.sent[0]?.message).toMatchObject({ reader: { zone: 'Europe/Berlin', locale: 'en-US' } });
});

test('drops the invitation to a cancelled meeting', async () => {
  const { invitation, messenger } = await setting({ status: 'cancelled' });

  expect(await invitation()).toEqual({ kind: 'dropped', reason: 'no longer wanted' });
  expect(messenger.calls).toEqual([]);
});

test('drops the invitation of somebody who was taken off, and of a meeting that is gone', async () => {
  const { invitation, store, meeting, messenger } = await setting();
  await changeStored(store, meeting, { invitees: [inviteeNamed(meeting, ALICE)] });

  expect(await invitation()).toEqual({ kind: 'dropped', reason: 'no longer wanted' });
  expect(await invitation({ meeting: 'gone' as Meeting['id'] })).toEqual({
    kind: 'dropped',
    reason: 'no longer wanted',
  });
  expect(messenger.calls).toEqual([]);
});

describe('after a fault at any step, the next attempt goes on where the last one stopped', () => {
  const steps: (keyof Messenger)[] = ['openConversation', 'post', 'upload', 'share'];

  test.each(steps.flatMap((step) => [throttled, down].map((fault) => [step, fault.kind, fault] as const)))(
    '%s: %s',
    async (step, _, fault) => {
      const { invitation, messenger, meeting, arrived, bobsSeat } = await setting();
      messenger.fail(step, fault);

      expect(await invitation()).toEqual({
        kind: 'again',
        reason: fault.code,
        throttledForSeconds: fault.retryAfterSeconds,
        ambiguous: false,
        ...(step === 'upload' || step === 'share' ? { needs: 'file' } : {}),
      });
      expect(await invitation({ attempts: 2 })).toEqual({ kind: 'done' });
      expect(arrived()).toEqual({ cards: 1, files: 1 });
      const id = step === 'upload' ? 'F2' : 'F1';
      expect(await bobsSeat()).toEqual(aSeat(meeting, BOB, { ...arrivedSeat, file: { ...bobsFile, id } }));
    },
  );

  test.each(steps)('%s, when only the answer is lost', async (step) => {
    const { invitation, messenger, arrived } = await setting();
    messenger.fail(step, noAnswer, 'after');

    expect(await invitation()).toMatchObject({ kind: 'again', ambiguous: true });
    expect(await invitation({ attempts: 2, isAmbiguous: true })).toEqual({ kind: 'done' });
    expect(arrived()).toEqual({ cards: 1, files: 1 });
  });

  test.each(['post', 'share'] as const)('%s, when the answer is lost and then the look-up fails', async (step) => {
    const { invitation, messenger, arrived } = await setting();
    messenger.fail(step, noAnswer, 'after');
    await invitation();
    messenger.fail(step === 'post' ? 'findPosted' : 'isShared', down);

    expect(await invitation({ attempts: 2, isAmbiguous: true })).toMatchObject({ kind: 'again' });
    expect(await invitation({ attempts: 3, isAmbiguous: true })).toEqual({ kind: 'done' });
    expect(arrived()).toEqual({ cards: 1, files: 1 });
  });
});

describe('where the app may not look into its conversations', () => {
  test('a card in doubt is repeated rather than lost', async () => {
    const { invitation, messenger, arrived } = await setting();
    messenger.mayLook = false;
    messenger.fail('post', noAnswer, 'before');
    await invitation();

    expect(await invitation({ attempts: 2, isAmbiguous: true })).toEqual({ kind: 'done' });
    expect(arrived()).toEqual({ cards: 1, files: 1 });
  });

  test.each([
    ['never happened', throttled, 'before'],
    ['happened unseen', noAnswer, 'after'],
  ] as const)('a file whose sharing %s stands there once', async (_, fault, when) => {
    const { invitation, messenger, arrived } = await setting();
    messenger.mayLook = false;
    messenger.fail('share', fault, when);
    await invitation();

    expect(await invitation({ attempts: 2, isAmbiguous: true })).toEqual({ kind: 'done' });
    expect(arrived()).toEqual({ cards: 1, files: 1 });
  });
});

test('a file that was dropped before it was shared is uploaded anew', async () => {
  const { invitation, messenger, arrived, bobsSeat } = await setting();
  messenger.fail('share', down);
  await invitation();
  messenger.dropUploads();

  expect(await invitation({ attempts: 2 })).toEqual({ kind: 'done' });
  expect(arrived()).toEqual({ cards: 1, files: 1 });
  expect(await bobsSeat()).toMatchObject({ file: { id: 'F2', shared: true, sequence: 0 } });
});

test('an attempt that was done already does nothing again', async () => {
  const { invitation, messenger, arrived } = await setting();
  await invitation();
  const before = messenger.calls.length;

  expect(await invitation({ attempts: 2, isAmbiguous: true })).toEqual({ kind: 'done' });
  expect(arrived()).toEqual({ cards: 1, files: 1 });
  expect(messenger.calls).toHaveLength(before);
});

describe('somebody who cannot be reached', () => {
  test.each([
    ['has left', DANA, 'deactivated'],
    ['is a bot', ROBOT, 'bot'],
    ['is not known', 'U0NOBODY0' as typeof BOB, 'unknown'],
  ])('%s: is given up and noted for the organizer', async (_, user, reason) => {
    const { send, meeting, seats, clock } = await withStranger(user);

    expect(await send()).toEqual({ kind: 'parked', reason });
    expect((await seats.get(meeting.id, 'once', idOf(meeting, user))).unreached).toEqual({
      what: 'invitation',
      reason,
      at: clock.now(),
      final: true,
      told: false,
    });
  });

  test.each(['openConversation', 'post'] as const)('%s says so: is given up', async (step) => {
    const { invitation, messenger, bobsSeat } = await setting();
    messenger.fail(step, new ChatFault('unreachable', 'messages_tab_disabled'));

    expect(await invitation()).toEqual({ kind: 'parked', reason: 'messages_tab_disabled' });
    expect((await bobsSeat()).unreached).toMatchObject({
      what: 'invitation',
      reason: 'messages_tab_disabled',
      final: true,
    });
  });

  test('only the file is refused: the card stands', async () => {
    const { invitation, messenger, bobsSeat } = await setting();
    messenger.fail('upload', new ChatFault('refused', 'missing_scope'));

    expect(await invitation()).toEqual({ kind: 'parked', reason: 'missing_scope' });
    expect(await bobsSeat()).toMatchObject({
      card: arrivedSeat.card,
      unreached: { what: 'calendar file', reason: 'missing_scope', final: true },
    });
  });

  test('is looked at by the planner at once', async () => {
    const { invitation, messenger, meetings, meeting, clock } = await setting();
    await meetings.takeDue(clock.now(), clock.now().plus(1000));
    await meetings.planned(meeting.id, clock.now().plus(1000), null);
    messenger.shutOut(BOB);
    await invitation();

    expect(await meetings.nextDueAt()).toEqual(clock.now());
  });
});

describe('somebody who is not reached yet', () => {
  test.each([
    [4, down.kind, down, null],
    [5, down.kind, down, { what: 'invitation', reason: 'service_unavailable', final: false, told: false }],
    [1, expelled.kind, expelled, { what: 'invitation', reason: 'token_revoked', final: false, told: false }],
  ])('at attempt %i: %s', async (attempts, _, fault, unreached) => {
    const { invitation, messenger, bobsSeat, clock } = await setting();
    messenger.fail('post', fault);

    expect(await invitation({ attempts })).toMatchObject({ kind: 'again' });
    expect((await bobsSeat()).unreached).toEqual(unreached && { ...unreached, at: clock.now() });
  });

  test('is noted once while we go on trying, and once more when the meeting is over', async () => {
    const { invitation, messenger, bobsSeat, seats, meeting, clock } = await setting();
    messenger.fail('post', down);
    messenger.fail('post', down);
    await invitation({ attempts: 5 });
    await seats.change(meeting.id, 'once', idOf(meeting, BOB), ({ unreached }) => ({
      unreached: unreached && { ...unreached, told: true },
    }));
    clock.advance({ minutes: 1 });
    await invitation({ attempts: 6 });
    expect((await bobsSeat()).unreached).toMatchObject({ final: false, told: true });

    clock.set(meeting.endsAt);
    expect(await invitation({ attempts: 7 })).toEqual({ kind: 'dropped', reason: 'the meeting is over' });
    expect((await bobsSeat()).unreached).toEqual({
      what: 'invitation',
      reason: 'too-late',
      at: meeting.endsAt.toUTC(),
      final: true,
      told: false,
    });
  });

  test('is forgotten when they are reached after all', async () => {
    const { invitation, messenger, bobsSeat, meeting } = await setting();
    messenger.fail('post', down);
    await invitation({ attempts: 5 });
    await invitation({ attempts: 6 });

    expect(await bobsSeat()).toEqual(aSeat(meeting, BOB, arrivedSeat));
  });
});

test('a directory that fails leaves the doubt of an earlier attempt to the outbox', async () => {
  const { invitation, directory, messenger } = await setting();
  directory.trouble(BOB, throttled, 1);

  expect(await invitation({ isAmbiguous: true })).toEqual({
    kind: 'again',
    reason: 'ratelimited',
    throttledForSeconds: 30,
    ambiguous: false,
  });
  expect(messenger.calls).toEqual([]);
});

test('what is not a fault of the chat service is thrown', async () => {
  const { invitation, messenger } = await setting();
  messenger.fail('post', new TypeError('a bug'));

  await expect(invitation()).rejects.toThrow('a bug');
});

async function withStranger(user: typeof BOB) {
  const { id, invitees } = aMeeting();
  const stage = await setting({ invitees: [...invitees, anInvitee(id, user)] });
  return { ...stage, send: () => stage.invitation({}, user) };
}

test.each([
  [1, []],
  [2, ['openConversation']],
  [3, ['openConversation', 'post']],
  [4, ['openConversation', 'post', 'upload']],
])('once the claim is lost at step %i, nothing more is done outside', async (step, done) => {
  const { send, meeting, messenger } = await setting();
  let left = step - 1;
  const lost = async () => {
    if (left === 0) throw new ClaimLost();
    left -= 1;
  };

  await expect(send(aDelivery(meeting, 'invitation', idOf(meeting, BOB)), lost)).rejects.toThrow(ClaimLost);
  expect(messenger.calls).toEqual(done);
});
