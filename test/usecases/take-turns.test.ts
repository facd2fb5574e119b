import { describe, expect, test } from '@jest/globals';
import type { PlannedDelivery } from '../../src/domain/delivery.ts';
import { type Lane, laneKey } from '../../src/domain/lane.ts';
import { makeTurns } from '../../src/usecases/take-turns.ts';
import { ACME, AGREED_AT, aMeeting, BOB, CHEN, idOf, STANDUP, ZENITH } from '../support/a-meeting.ts';
import { lease, setStage } from './stage.ts';

const meeting = aMeeting();
const card: PlannedDelivery = {
  workspace: ACME,
  meeting: STANDUP,
  occurrence: 'once',
  kind: 'invitation',
  invitee: idOf(meeting, BOB),
  cause: 'card',
  dueAt: AGREED_AT,
};
const gateOf = (lane: Lane) => ({ workspace: lane.workspace, what: lane.need });
const later = (seconds: number) => AGREED_AT.plus({ seconds });

/** So many invitations in a workspace, each for another person and each due a second after the last. */
function invitations(workspace: PlannedDelivery['workspace'], count: number): PlannedDelivery[] {
  return Array.from({ length: count }, (_, n) => ({
    ...card,
    workspace,
    meeting: `meeting ${workspace}` as PlannedDelivery['meeting'],
    invitee: `${n}` as PlannedDelivery['invitee'],
    cause: `${workspace} ${n}`,
  }));
}

async function setting(planned: readonly PlannedDelivery[], placesPerLane = 8) {
  const stage = await setStage();
  await stage.deliveries.enqueue(planned, AGREED_AT);
  const turns = makeTurns({
    ...stage,
    gatesOf: (lane) => [gateOf(lane)],
    lease,
    placesPerLane,
    newClaim: () => 'claim',
  });
  const takeAll = async () => {
    const taken: string[] = [];
    for (;;) {
      const delivery = await turns.take();
      if (!delivery) return taken;
      taken.push(delivery.cause);
    }
  };
  return { ...stage, turns, takeAll };
}

describe('turns', () => {
  test('go round the workspaces, whatever each has waiting', async () => {
    const { takeAll } = await setting([...invitations(ACME, 4), ...invitations(ZENITH, 2)]);

    expect(await takeAll()).toEqual([
      ...[`${ACME} 0`, `${ZENITH} 0`, `${ACME} 1`, `${ZENITH} 1`],
      ...[`${ACME} 2`, `${ACME} 3`],
    ]);
  });

  test('pass a lane whose gate is closed, and come back when it opens', async () => {
    const { gates, clock, turns, takeAll } = await setting([...invitations(ACME, 2), ...invitations(ZENITH, 1)]);
    await gates.close(gateOf({ workspace: ACME, need: 'message' }), later(30), AGREED_AT);

    expect(await takeAll()).toEqual([`${ZENITH} 0`]);
    expect((await turns.nextAt())?.toMillis()).toBe(later(30).toMillis());
    clock.set(later(30));
    expect(await takeAll()).toEqual([`${ACME} 0`, `${ACME} 1`]);
  });

  test('leave places to others while a lane has its share under way', async () => {
    const { turns, takeAll } = await setting([...invitations(ACME, 3), ...invitations(ZENITH, 1)], 2);
    const first = await turns.take();
    expect([first?.cause, ...(await takeAll())]).toEqual([`${ACME} 0`, `${ZENITH} 0`, `${ACME} 1`]);

    if (first) turns.end(first);
    expect(await takeAll()).toEqual([`${ACME} 2`]);
  });
});

test('a lane that is full is not waited for: the end of one of its deliveries tells', async () => {
  const { turns, takeAll } = await setting(invitations(ACME, 3), 2);
  await takeAll();

  expect(await turns.nextAt()).toBeNull();
});

test('nothing is due before its time, and then the next time is that', async () => {
  const { turns } = await setting([{ ...card, dueAt: later(10) }]);

  expect([await turns.take(), await turns.nextAt()]).toEqual([null, later(10)]);
});

test('what waits for a file is in another lane than what waits for a message', async () => {
  const { deliveries, turns } = await setting([card]);
  const taken = await turns.take();
  if (!taken) throw new Error('nothing is due');
  const waiting = { state: 'waiting', reason: 'ratelimited', dueAt: later(1), isAmbiguous: false } as const;
  await deliveries.settle(taken, { ...waiting, countsAsAttempt: false, needs: 'file' });

  const lanes: string[] = [];
  for await (const { lane } of deliveries.lanes(null)) lanes.push(laneKey(lane));
  expect(lanes).toEqual([`${ACME} file`]);
});

describe('deliveries of one person', () => {
  const moved: PlannedDelivery = { ...card, cause: 'moved', dueAt: later(1) };
  const report: PlannedDelivery = { ...card, kind: 'unreached', cause: 'report', dueAt: later(1) };

  test('go out one after the other, in the order in which they were wanted', async () => {
    const { deliveries, clock, turns, takeAll } = await setting([moved, card]);
    clock.set(later(1));
    const first = await turns.take();
    expect([first?.cause, await takeAll()]).toEqual(['card', []]);

    if (first) {
      await deliveries.settle(first, { state: 'done', reason: null });
      await deliveries.releaseHeld(first, clock.now());
    }
    const second = await turns.take();
    expect(second).toMatchObject({ cause: 'moved', attempts: 1, lostClaims: 0, isAmbiguous: false });
  });

  test('are not held behind one that another process ends in that very moment', async () => {
    const { deliveries, clock, turns } = await setting([card, moved]);
    clock.set(later(1));
    const first = await turns.take();
    if (!first) throw new Error('nothing is due');
    const elsewhere = makeTurns({
      ...(await setting([])),
      clock,
      gatesOf: (lane) => [gateOf(lane)],
      lease,
      placesPerLane: 8,
      newClaim: () => 'claim elsewhere',
      deliveries: {
        ...deliveries,
        async hold(second, dueAt) {
          await deliveries.settle(first, { state: 'done', reason: null });
          await deliveries.releaseHeld(first, clock.now());
          await deliveries.hold(second, dueAt);
        },
      },
    });

    expect(await elsewhere.take()).toMatchObject({ cause: 'moved', attempts: 1, lostClaims: 0 });
  });

  test('wait for an earlier one that waits for another try, except for reports', async () => {
    const { deliveries, clock, turns, takeAll } = await setting([card, moved, report]);
    const first = await turns.take();
    if (!first) throw new Error('nothing is due');
    const again = { state: 'waiting', reason: 'down', dueAt: later(600), isAmbiguous: false } as const;
    await deliveries.settle(first, { ...again, countsAsAttempt: true });
    clock.set(later(1));

    expect(await takeAll()).toEqual(['report']);
  });

  test('are looked at again at the latest when the lease of the first would have ended', async () => {
    const { clock, turns, takeAll } = await setting([card, moved]);
    clock.set(later(1));
    await turns.take();
    await takeAll();

    expect((await turns.nextAt())?.toMillis()).toBe(later(46).toMillis());
  });

  test('leave those of others alone', async () => {
    const { takeAll } = await setting([card, { ...card, invitee: idOf(meeting, CHEN), cause: 'for Chen' }]);

    expect((await takeAll()).sort()).toEqual(['card', 'for Chen']);
  });
});
