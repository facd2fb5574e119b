import { expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import type { Delivery, DeliveryKind, PlannedDelivery } from '../../src/domain/delivery.ts';
import { inviteeIdFor } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { roomToMake } from '../../src/domain/room.ts';
import { roomTrouble } from '../../src/slack/views/notices.ts';
import { unreachedText } from '../../src/slack/views/unreached-text.ts';
import { makeNoteGivenUp } from '../../src/usecases/note-given-up.ts';
import type { PerformDelivery } from '../../src/usecases/perform-delivery.ts';
import { makeResendUnreached } from '../../src/usecases/resend-unreached.ts';
import { makeTakeNextDelivery } from '../../src/usecases/take-next-delivery.ts';
import { makeTellUnreached } from '../../src/usecases/tell-unreached.ts';
import { ACME, AGREED_AT, ALICE, BOB, idOf, STANDUP } from '../support/a-meeting.ts';
import { aDelivery, lease, mine, setStageWithMeeting, turnsOf } from './stage.ts';

const OURS =
  'something broke on our side; if it happens again, tell the person who runs this app the reference `cafe0001`';

async function setting(changes: Partial<Meeting> = {}) {
  const stage = await setStageWithMeeting(changes);
  const note = makeNoteGivenUp({ ...stage, newReference: () => 'cafe0001' });
  const bob = idOf(stage.meeting, BOB);
  return {
    ...stage,
    bob,
    note,
    giveUp: (kind: DeliveryKind, delivery: Partial<Delivery> = {}) =>
      note({ ...aDelivery(stage.meeting, kind, bob), ...delivery }),
    lacks: async (invitee = bob) => {
      const { unreached } = await stage.seats.get(STANDUP, 'once', invitee);
      return unreached && unreachedText(unreached);
    },
  };
}

test.each<[DeliveryKind, string | null]>([
  ['invitation', OURS],
  ['card', `has an invitation that could not be brought up to date: ${OURS}`],
  ['notice', `has the invitation, but does not know of the change: ${OURS}`],
  ['mail', `the mail did not arrive: ${OURS}`],
  ['guest-code', `asked for a code at the door, but the mail did not arrive: ${OURS}`],
  ['reminder', null],
  ['look-at-session', null],
])('of a %s that was given up the organizer reads: %s', async (kind, text) => {
  const { giveUp, lacks } = await setting();

  expect(await giveUp(kind)).toBe('cafe0001');
  expect(await lacks()).toBe(text);
});

test('what the organizer was told of before is not told once more', async () => {
  const { giveUp, seats, bob } = await setting();
  await giveUp('invitation');
  await seats.change(STANDUP, 'once', bob, ({ unreached }) => ({
    unreached: unreached && { ...unreached, told: true },
  }));

  await giveUp('card');

  expect((await seats.get(STANDUP, 'once', bob)).unreached).toMatchObject({ what: 'invitation', told: true });
});

test('each group whose members could not be followed is named', async () => {
  const { giveUp, lacks } = await setting({ groups: ['S0ENG0000'] });

  await giveUp('expand-group', { invitee: null });

  expect(await lacks(inviteeIdFor(STANDUP, 'S0ENG0000'))).toContain(OURS);
});

test('a room that was given up is told of by its own reference', async () => {
  const { giveUp, rooms } = await setting();
  const { code } = roomToMake(STANDUP, 'once');
  await rooms.begin(roomToMake(STANDUP, 'once'));

  expect(await giveUp('room', { invitee: null })).toBe(code);
  const { trouble } = (await rooms.get(STANDUP, 'once')) ?? {};
  const message = { kind: 'room-trouble', title: 'Standup', reason: trouble?.reason ?? '', reference: code } as const;
  expect(roomTrouble(message).text).toContain(`could not be made: something broke on our side. The meeting stands`);
});

/** An outbox with Bob's invitation in it, which fails by a fault of ours or takes its process with it. */
async function outbox() {
  const stage = await setting();
  const invitation: PlannedDelivery = {
    workspace: ACME,
    meeting: STANDUP,
    occurrence: 'once',
    kind: 'invitation',
    invitee: stage.bob,
    cause: 'scheduled',
    dueAt: AGREED_AT,
  };
  const buggy: PerformDelivery = async () => {
    throw new TypeError('a bug');
  };
  const takeNext = makeTakeNextDelivery({
    ...stage,
    perform: { invitation: buggy } as unknown as Record<DeliveryKind, PerformDelivery>,
    noteGivenUp: stage.note,
    turns: turnsOf(stage),
    lease,
    callTimeout: Duration.fromObject({ seconds: 10 }),
    random: () => 0.5,
  });
  await stage.deliveries.enqueue([invitation], AGREED_AT);
  const untilDue = async () => {
    const dueAt = await stage.deliveries.nextDueAt();
    if (dueAt) stage.clock.set(dueAt);
  };
  return { ...stage, takeNext, untilDue };
}

test.each([
  ['that kills its process three times', 3, 1],
  ['that fails by a fault of ours eight times', 0, 8],
])(
  'of a delivery %s the organizer is told once, with the reference in the log, and can have it sent again',
  async (_, lost, tries) => {
    const stage = await outbox();
    for (let claim = 0; claim < lost; claim += 1) {
      await stage.takeNext();
      await stage.untilDue();
    }
    for (let attempt = 0; attempt < tries; attempt += 1) {
      await (await stage.takeNext())?.();
      await stage.untilDue();
    }

    const tell = makeTellUnreached(stage);
    const notice = aDelivery(stage.meeting, 'unreached', idOf(stage.meeting, ALICE));
    expect([(await tell(notice, mine)).kind, (await tell(notice, mine)).kind]).toEqual(['done', 'dropped']);
    expect(stage.messenger.sent[0]?.message).toMatchObject({
      people: [{ who: { user: BOB }, unreached: { what: 'invitation', reason: 'our-fault cafe0001', final: true } }],
    });
    expect(stage.log.lines.at(-1)).toMatchObject({
      message: 'a delivery was set aside',
      fields: { reference: 'cafe0001' },
    });
    const resend = makeResendUnreached({ ...stage, wake: () => {} });
    expect(await resend({ workspace: ACME, meeting: STANDUP, user: ALICE, press: '1.0' })).toMatchObject({
      ok: true,
      value: [{ user: BOB }],
    });
  },
);
