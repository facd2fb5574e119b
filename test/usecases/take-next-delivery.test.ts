import { expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import type { Delivery, DeliveryKind, Outcome } from '../../src/domain/delivery.ts';
import { makeNoteGivenUp } from '../../src/usecases/note-given-up.ts';
import type { PerformDelivery } from '../../src/usecases/perform-delivery.ts';
import { makePlanNextMeeting } from '../../src/usecases/plan-due-meetings.ts';
import { makeTakeNextDelivery } from '../../src/usecases/take-next-delivery.ts';
import { ACME, AGREED_AT, aMeeting, STANDUP } from '../support/a-meeting.ts';
import { plannedFor } from '../support/a-seat.ts';
import { lease, setStage, setStageWithMeeting, turnsOf } from './stage.ts';

const room = {
  workspace: ACME,
  meeting: STANDUP,
  occurrence: 'once',
  kind: 'room',
  invitee: null,
  cause: 'scheduled',
  dueAt: AGREED_AT,
} as const;
const done: Outcome = { kind: 'done' };
const again = (changes: Partial<Outcome & { kind: 'again' }> = {}): Outcome => ({
  kind: 'again',
  reason: 'down',
  throttledForSeconds: null,
  ambiguous: false,
  ...changes,
});

/** One delivery in the outbox; what performing it comes to is told in order, and `done` afterwards. */
async function setting(...outcomes: (Outcome | Error | (() => Promise<Outcome>))[]) {
  const stage = await setStage();
  const { deliveries, clock } = stage;
  const performed: Delivery[] = [];
  const perform: PerformDelivery = async (delivery) => {
    performed.push(delivery);
    const outcome = outcomes.shift() ?? done;
    if (outcome instanceof Error) throw outcome;
    return typeof outcome === 'function' ? outcome() : outcome;
  };
  const kinds: DeliveryKind[] = ['room', 'close-room', 'invitation', 'unreached', 'room-trouble'];
  const takeNext = makeTakeNextDelivery({
    ...stage,
    perform: Object.fromEntries(kinds.map((kind) => [kind, perform])) as Record<DeliveryKind, PerformDelivery>,
    noteGivenUp: makeNoteGivenUp({ ...stage, newReference: () => 'cafe0001' }),
    turns: turnsOf(stage),
    lease,
    callTimeout: Duration.fromObject({ seconds: 10 }),
    random: () => 0.5,
  });
  await deliveries.enqueue([room], AGREED_AT);
  return {
    ...stage,
    performed,
    takeNext,
    /** Brings out what is due; false when nothing is. */
    bringOut: async () => {
      const work = await takeNext();
      await work?.();
      return work !== null;
    },
    /** Waits until the delivery is due again; answers after how many ms that was. */
    untilDue: async () => {
      const dueAt = await deliveries.nextDueAt();
      if (!dueAt) return null;
      const ms = dueAt.diff(clock.now()).toMillis();
      clock.set(dueAt);
      return ms;
    },
  };
}

test('takes nothing when nothing is due', async () => {
  const { takeNext, bringOut } = await setting();
  await bringOut();

  expect(await takeNext()).toBeNull();
});

test.each<[Outcome, string, string]>([
  [done, 'info', 'a delivery is settled'],
  [{ kind: 'dropped', reason: 'no longer wanted' }, 'info', 'a delivery is settled'],
  [{ kind: 'parked', reason: 'user_disabled' }, 'error', 'a delivery was set aside'],
])('%j settles it for good', async (outcome, level, message) => {
  const { bringOut, deliveries, log } = await setting(outcome);
  await bringOut();

  expect(await deliveries.nextDueAt()).toBeNull();
  expect(log.lines).toEqual([
    { level, message, fields: { delivery: `${STANDUP}/once/-/room/scheduled`, attempt: 1, ...outcome } },
  ]);
});

test('is tried again later and later, and counts its attempts', async () => {
  const { bringOut, untilDue, performed } = await setting(again(), again(), again());
  const waits: (number | null)[] = [];
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    await bringOut();
    waits.push(await untilDue());
  }

  expect(waits).toEqual([1_500, 2_500, 4_500, null]);
  expect(performed.map(({ attempts }) => attempts)).toEqual([1, 2, 3, 4]);
});

test('an attempt that was throttled waits as it was told and is given back', async () => {
  const { bringOut, untilDue, performed } = await setting(
    again({ throttledForSeconds: 30 }),
    again({ throttledForSeconds: 60 }),
  );
  await bringOut();
  expect(await untilDue()).toBe(30_500);
  await bringOut();
  expect(await untilDue()).toBe(60_500);
  await bringOut();

  expect(performed.map(({ attempts }) => attempts)).toEqual([1, 1, 1]);
});

test('a doubt stays until the delivery is settled', async () => {
  const { bringOut, untilDue, performed } = await setting(
    again({ ambiguous: true }),
    again({ throttledForSeconds: 1 }),
    again(),
  );
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    await bringOut();
    await untilDue();
  }

  expect(performed.map(({ isAmbiguous }) => isAmbiguous)).toEqual([false, true, true, true]);
});

test('a fault of ours is logged, tried again in doubt, and set aside after eight times', async () => {
  const { bringOut, untilDue, performed, log, deliveries } = await setting(
    ...Array.from({ length: 9 }, () => new TypeError('a bug')),
  );
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    await bringOut();
    await untilDue();
  }

  expect(performed.map(({ attempts }) => attempts)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(performed.slice(1).every(({ isAmbiguous }) => isAmbiguous)).toBe(true);
  expect(await deliveries.nextDueAt()).toBeNull();
  expect(log.said('error').at(-1)).toBe('a delivery was set aside');
  expect(log.said('error')).toHaveLength(9);
});

test('a delivery whose process never reports back is set aside at the fourth claim, untried', async () => {
  const { takeNext, bringOut, untilDue, performed, deliveries, log } = await setting();
  for (let lost = 1; lost <= 3; lost += 1) {
    await takeNext();
    await untilDue();
  }
  await bringOut();

  expect(performed).toEqual([]);
  expect(await deliveries.nextDueAt()).toBeNull();
  expect(log.lines).toMatchObject([{ level: 'error', fields: { reason: 'its process never reported back' } }]);
});

test('two lost claims are still tried', async () => {
  const { takeNext, bringOut, untilDue, performed } = await setting();
  for (let lost = 1; lost <= 2; lost += 1) {
    await takeNext();
    await untilDue();
  }
  await bringOut();

  expect(performed).toMatchObject([{ lostClaims: 2, attempts: 3, isAmbiguous: true }]);
});

test('a claim that was lost while it was under way writes nothing and says so', async () => {
  const stage = await setting(async () => {
    stage.clock.advance(lease);
    await turnsOf(stage).take();
    return done;
  });
  const { bringOut, deliveries, log, clock } = stage;
  await bringOut();

  expect(await deliveries.nextDueAt()).toEqual(clock.now().plus(lease));
  expect(log.said('warn')).toEqual(['a delivery was settled by somebody else after its lease ran out']);
  expect(log.said('info')).toEqual([]);
});

test('planning enqueues what the meeting calls for, once, and is over until something changes', async () => {
  const stage = await setStageWithMeeting();
  const { meetings, deliveries, clock, rules } = stage;
  const planNext = makePlanNextMeeting({ ...stage, lease, rules });

  expect([await planNext(), await planNext()]).toEqual([true, false]);
  await meetings.replan(STANDUP, clock.now());
  expect([await planNext(), await planNext()]).toEqual([true, false]);

  const kinds: string[] = [];
  clock.set(aMeeting().endsAt.plus({ days: 1 }));
  for (;;) {
    const taken = await turnsOf(stage).take();
    if (!taken) break;
    kinds.push(taken.key);
    await deliveries.settle(taken, { state: 'done', reason: null });
  }
  expect(kinds).toHaveLength(plannedFor(aMeeting()).length);
});
