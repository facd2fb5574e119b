import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import { ClaimLost, holdClaim } from '../../src/usecases/hold-claim.ts';
import { ACME, AGREED_AT, STANDUP } from '../support/a-meeting.ts';
import { setStage, turnsOf } from './stage.ts';

const seconds = (count: number) => Duration.fromObject({ seconds: count });

/** One delivery, claimed at AGREED_AT for 45 seconds, and held on to; the first renewals fail so. */
async function setting({ lease = seconds(45), faults = [] as Error[] } = {}) {
  const stage = await setStage();
  const { deliveries } = stage;
  const renew: typeof deliveries.renew = async (...args) => {
    const fault = faults.shift();
    if (fault) throw fault;
    return deliveries.renew(...args);
  };
  const common = { workspace: ACME, meeting: STANDUP, occurrence: 'once', invitee: null } as const;
  await stage.deliveries.enqueue([{ ...common, kind: 'room', cause: 'scheduled', dueAt: AGREED_AT }], AGREED_AT);
  const taken = await turnsOf(stage).take();
  if (!taken) throw new Error('nothing is due');
  return {
    ...stage,
    taken,
    claim: holdClaim(taken, { ...stage, deliveries: { renew }, lease, callTimeout: seconds(10) }),
  };
}

test('a call begins without a renewal while the lease outlasts it', async () => {
  const { claim, clock, taken } = await setting();
  clock.advance({ seconds: 34.999 });
  await claim.stillMine();

  expect(await claim.letGo()).toEqual(taken);
});

test('a lease that a call could outlast is renewed first', async () => {
  const { claim, clock } = await setting();
  clock.advance({ seconds: 35 });
  await claim.stillMine();

  expect((await claim.letGo()).leaseEndsAt).toEqual(AGREED_AT.plus({ seconds: 35 + 45 }));
});

test('a lease that ran out is renewed where nobody took the delivery over', async () => {
  const { claim, clock, deliveries } = await setting();
  clock.advance({ minutes: 5 });
  await claim.stillMine();

  expect(await deliveries.settle(await claim.letGo(), { state: 'done', reason: null })).toBe(true);
});

test('no call begins once somebody took the delivery over', async () => {
  const stage = await setting();
  stage.clock.advance({ seconds: 45 });
  await turnsOf(stage).take();

  await expect(stage.claim.stillMine()).rejects.toThrow(ClaimLost);
  await expect(stage.claim.stillMine()).rejects.toThrow(ClaimLost);
  expect(await stage.deliveries.settle(await stage.claim.letGo(), { state: 'done', reason: null })).toBe(false);
});

describe('while a call is under way', () => {
  test('the lease is renewed at each third of it, so that nobody else takes the delivery', async () => {
    const { claim, clock, deliveries } = await setting({ lease: Duration.fromMillis(300) });
    clock.advance({ seconds: 44 });
    await sleep(250);

    expect((await deliveries.nextDueAt())?.toMillis()).toBe(clock.now().plus(300).toMillis());
    expect(await deliveries.settle(await claim.letGo(), { state: 'done', reason: null })).toBe(true);
  });

  test('a renewal that failed is logged, and tried again', async () => {
    const faults = [new Error('the disk is full')];
    const { taken, claim, log } = await setting({ lease: Duration.fromMillis(60), faults });
    await sleep(150);

    expect((await claim.letGo()).claimed.version).toBeGreaterThan(taken.claimed.version);
    expect(log.said('warn')).toEqual(['a lease could not be renewed']);
  });

  test('nothing is renewed any more once it was let go', async () => {
    const { claim } = await setting({ lease: Duration.fromMillis(60) });
    const before = await claim.letGo();
    await sleep(100);

    expect(await claim.letGo()).toEqual(before);
  });
});
