import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deliveryKey, type PlannedDelivery } from '../../src/domain/delivery.ts';
import { type ClaimedDelivery, type Deliveries, openDeliveries, type Settlement } from '../../src/store/deliveries.ts';
import { DELIVERIES, type DeliveryDocument, toDocument } from '../../src/store/delivery-document.ts';
import { ACME, AGREED_AT, aMeeting, BOB, idOf, STANDUP } from '../support/a-meeting.ts';
import { plannedFor, RULES } from '../support/a-seat.ts';
import { takeAnyDue } from '../support/take-any-due.ts';
import type { OpenedStore } from './tasks.ts';

/** What is kept of the deliveries, on any store. */
export function describeStoredDeliveries(name: string, open: () => Promise<OpenedStore>): void {
  describe(`deliveries in ${name}`, () => {
    let opened: OpenedStore;
    let deliveries: Deliveries;
    const meeting = aMeeting();
    const later = (seconds: number) => AGREED_AT.plus({ seconds });
    const invitation: PlannedDelivery = {
      workspace: ACME,
      meeting: STANDUP,
      occurrence: 'once',
      kind: 'invitation',
      invitee: idOf(meeting, BOB),
      cause: 'card',
      dueAt: AGREED_AT,
    };
    const again = (changes: Partial<Settlement> = {}) =>
      ({
        state: 'waiting',
        reason: 'ratelimited',
        dueAt: later(10),
        isAmbiguous: false,
        countsAsAttempt: true,
        ...changes,
      }) as Settlement;

    beforeEach(async () => {
      opened = await open();
      deliveries = await openDeliveries(opened.store);
    });
    afterEach(() => opened.close());

    /** Claims what is due for 45 seconds; fails where nothing is. */
    async function take(atSecond: number): Promise<ClaimedDelivery> {
      const taken = await takeAnyDue(deliveries, later(atSecond), later(atSecond + 45), `claim at ${atSecond}`);
      if (!taken) throw new Error(`nothing is due at ${atSecond}`);
      return taken;
    }

    /** What counts for the next attempt. */
    const standing = ({ attempts, lostClaims, isAmbiguous }: ClaimedDelivery) => ({
      attempts,
      lostClaims,
      isAmbiguous,
    });

    async function takeAll(atSecond: number): Promise<ClaimedDelivery[]> {
      const taken: ClaimedDelivery[] = [];
      for (;;) {
        const next = await takeAnyDue(deliveries, later(atSecond), later(atSecond + 45), 'claim');
        if (!next) return taken;
        taken.push(next);
      }
    }

    test('a delivery comes back with all that was planned', async () => {
      await deliveries.enqueue([invitation], later(1));

      const { claimed: _, ...delivery } = await take(2);
      expect(delivery).toEqual({
        lane: { workspace: ACME, need: 'message' },
        leaseEndsAt: later(47),
        key: `${STANDUP}/once/${idOf(meeting, BOB)}/invitation/card`,
        workspace: ACME,
        meeting: STANDUP,
        occurrence: 'once',
        kind: 'invitation',
        invitee: idOf(meeting, BOB),
        cause: 'card',
        plannedAt: later(1),
        attempts: 1,
        isAmbiguous: false,
        lostClaims: 0,
      });
    });

    test('planning many times at once enqueues everything once', async () => {
      const planned = plannedFor(meeting);

      await Promise.all(Array.from({ length: 10 }, () => deliveries.enqueue(planned, AGREED_AT)));

      const afterTheEnd = meeting.endsAt.plus(RULES.returnFor).diff(AGREED_AT).as('seconds');
      expect((await takeAll(afterTheEnd)).map(({ key }) => key).sort()).toEqual(planned.map(deliveryKey).sort());
    });

    test('what is settled is not enqueued again', async () => {
      await deliveries.enqueue([invitation], AGREED_AT);
      await deliveries.settle(await take(0), { state: 'done', reason: null });
      await deliveries.enqueue([invitation], later(60));

      expect(await deliveries.nextDueAt()).toBeNull();
    });

    test('what is due longest comes first, and nothing before its time', async () => {
      await deliveries.enqueue(
        [
          { ...invitation, cause: 'late', dueAt: later(20) },
          { ...invitation, cause: 'early', dueAt: later(10) },
        ],
        AGREED_AT,
      );

      expect(await takeAnyDue(deliveries, later(9.999), later(60), 'claim')).toBeNull();
      expect((await takeAll(20)).map(({ cause }) => cause)).toEqual(['early', 'late']);
    });

    test('of many takers one gets it', async () => {
      await deliveries.enqueue([invitation], AGREED_AT);
      const taken = await Promise.all(
        Array.from({ length: 10 }, (_, n) => takeAnyDue(deliveries, AGREED_AT, later(45), `claim ${n}`)),
      );

      expect(taken.filter((delivery) => delivery !== null)).toHaveLength(1);
    });

    test.each<Settlement>([
      { state: 'done', reason: null },
      { state: 'dropped', reason: 'the meeting is over' },
      { state: 'parked', reason: 'user_disabled', at: later(1) },
    ])('what is settled as %j is never due again', async (settlement) => {
      await deliveries.enqueue([invitation], AGREED_AT);

      expect(await deliveries.settle(await take(0), settlement)).toBe(true);
      expect(await deliveries.nextDueAt()).toBeNull();
    });

    test.each([
      ['counts', again(), { attempts: 2, lostClaims: 0, isAmbiguous: false }],
      [
        'is given back when it was throttled',
        again({ countsAsAttempt: false }),
        { attempts: 1, lostClaims: 0, isAmbiguous: false },
      ],
      ['stays in doubt', again({ isAmbiguous: true }), { attempts: 2, lostClaims: 0, isAmbiguous: true }],
    ])('an attempt that is to be repeated %s', async (_, settlement, expected) => {
      await deliveries.enqueue([invitation], AGREED_AT);
      await deliveries.settle(await take(0), settlement);

      expect(await deliveries.nextDueAt()).toEqual(later(10));
      expect(standing(await take(10))).toEqual(expected);
    });

    describe('a claim whose process never reported back', () => {
      beforeEach(() => deliveries.enqueue([invitation], AGREED_AT));

      test('is counted, puts the attempt in doubt, and is due again when the lease ends', async () => {
        await take(0);

        expect(await takeAnyDue(deliveries, later(44), later(90), 'claim')).toBeNull();
        expect(standing(await take(45))).toEqual({ attempts: 2, lostClaims: 1, isAmbiguous: true });
        expect(standing(await take(90))).toEqual({ attempts: 3, lostClaims: 2, isAmbiguous: true });
      });

      test('is forgotten once one reports', async () => {
        await take(0);
        await deliveries.settle(await take(45), again({ dueAt: later(50) }));

        expect(standing(await take(50))).toEqual({ attempts: 3, lostClaims: 0, isAmbiguous: false });
      });

      test.each<Settlement>([again(), { state: 'done', reason: null }, { state: 'parked', reason: 'x', at: later(1) }])(
        'cannot settle as %j any more: nothing is written',
        async (settlement) => {
          const lost = await take(0);
          const holder = await take(45);

          expect(await deliveries.settle(lost, settlement)).toBe(false);
          expect(await deliveries.nextDueAt()).toEqual(later(90));
          expect(await deliveries.settle(holder, { state: 'done', reason: null })).toBe(true);
        },
      );

      test('cannot settle twice', async () => {
        const taken = await take(0);

        expect(await deliveries.settle(taken, { state: 'done', reason: null })).toBe(true);
        expect(await deliveries.settle(taken, again())).toBe(false);
        expect(await deliveries.nextDueAt()).toBeNull();
      });
    });

    test('claims of a process that is gone are due at once, and others keep their time', async () => {
      await deliveries.enqueue(
        [invitation, { ...invitation, cause: 'other' }, { ...invitation, cause: 'future', dueAt: later(600) }],
        AGREED_AT,
      );
      const [first] = await takeAll(0);

      expect(await deliveries.releaseClaims(later(1))).toBe(2);
      expect((await takeAll(1)).map(standing)).toEqual([
        { attempts: 2, lostClaims: 1, isAmbiguous: true },
        { attempts: 2, lostClaims: 1, isAmbiguous: true },
      ]);
      expect(await deliveries.settle(first as ClaimedDelivery, { state: 'done', reason: null })).toBe(false);
      expect((await takeAll(599)).map(({ cause }) => cause).sort()).toEqual(['card', 'other']);
    });

    test('the longest lease that can be set is taken over too', async () => {
      await deliveries.enqueue([invitation], AGREED_AT);
      await takeAnyDue(deliveries, later(0), later(3_600), 'claim');

      expect(await deliveries.releaseClaims(later(0))).toBe(1);
      expect(await deliveries.nextDueAt()).toEqual(later(0));
    });

    test('what an older release stored, in no lane and no order, gets its place and goes out', async () => {
      const rows = await opened.store.collection<object>(DELIVERIES);
      const insertOld = async (planned: PlannedDelivery, changes: Partial<DeliveryDocument> = {}) => {
        const row = { ...toDocument(planned, AGREED_AT), ...changes };
        const { lane: _, person: _1, wantedAt: _2, isHeld: _3, parkedAt: _4, ...old } = row;
        await rows.insert(deliveryKey(planned), old);
      };
      const claimed = { claim: 'of a process that died', claims: 1, attempts: 1, dueAt: later(5).toJSDate() };
      await insertOld(invitation, claimed);
      await insertOld({ ...invitation, kind: 'close-room', invitee: null, cause: 'end', dueAt: later(9) });

      expect(await deliveries.nextDueAt()).toEqual(later(5));
      const first = await take(5);
      expect([first.lane.need, standing(first)]).toEqual([
        'message',
        { attempts: 2, lostClaims: 1, isAmbiguous: true },
      ]);
      await deliveries.settle(first, { state: 'done', reason: null });
      expect(await deliveries.nextDueAt()).toEqual(later(9));
      const second = await take(9);
      expect([second.lane.need, second.claimed.value.wantedAt]).toEqual(['room', later(9).toJSDate()]);
      await deliveries.settle(second, { state: 'done', reason: null });
      expect(await deliveries.nextDueAt()).toBeNull();
    });

    test('a restart loses nothing', async () => {
      await deliveries.enqueue([invitation], AGREED_AT);
      await take(0);
      const reopened = await openDeliveries(await opened.reopen());

      expect(await reopened.nextDueAt()).toEqual(later(45));
    });
  });
}
