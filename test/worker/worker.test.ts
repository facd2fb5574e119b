import { afterEach, describe, expect, test } from '@jest/globals';
import type { DateTime } from 'luxon';
import { startWorker, type Worker } from '../../src/worker/worker.ts';
import { eventually } from '../support/eventually.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { fakeLog } from '../support/fake-log.ts';

type Work = () => Promise<void>;

const workers: Worker[] = [];
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
});

/** A worker over lists instead of a store: `due` is taken from its front. */
function setting({ concurrency = 8 } = {}) {
  const clock = fakeClock('2026-03-02T09:00:00Z');
  const log = fakeLog();
  const due: Work[] = [];
  const faults: Error[] = [];
  const seen: string[] = [];
  const state = {
    toPlan: 0,
    onceNothingToPlan: () => {},
    toPurge: 0,
    rounds: 0,
    nextDueAt: null as DateTime | null,
  };
  const start = () => {
    const worker = startWorker({
      planNextMeeting: async () => {
        if (state.toPlan === 0) {
          state.onceNothingToPlan();
          return false;
        }
        state.toPlan -= 1;
        due.push(async () => {});
        return true;
      },
      takeNextDelivery: async () => {
        const fault = faults.shift();
        if (fault) throw fault;
        return due.shift() ?? null;
      },
      purgeNext: async () => {
        if (state.toPurge === 0) return false;
        state.toPurge -= 1;
        seen.push(`${due.length} due`);
        return true;
      },
      nextDueAt: async () => {
        state.rounds += 1;
        return state.nextDueAt;
      },
      clock,
      concurrency,
      longestSleepMs: 30_000,
      log,
    });
    workers.push(worker);
    return worker;
  };
  return { clock, log, due, faults, seen, state, start };
}

/** Work that goes on until it is let go, and how much of it is under way at once. */
function held() {
  const waiting: (() => void)[] = [];
  const seen = { underWay: 0, most: 0, ended: 0 };
  const work: Work = async () => {
    seen.underWay += 1;
    seen.most = Math.max(seen.most, seen.underWay);
    await new Promise<void>((resolve) => waiting.push(resolve));
    seen.underWay -= 1;
    seen.ended += 1;
  };
  return { seen, work, letGo: (count = waiting.length) => waiting.splice(0, count).forEach((go) => void go()) };
}

const turns = async () => {
  for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
};

test('removes what need not be kept, piece by piece, but only while nothing is due', async () => {
  const { state, due, seen, start } = setting();
  due.push(
    async () => {},
    async () => {},
  );
  state.toPurge = 3;

  await start().settled();

  expect(seen).toEqual(['0 due', '0 due', '0 due']);
});

test('brings out everything that is due, planned on the way or not', async () => {
  const { state, due, start } = setting();
  const done: number[] = [];
  due.push(
    async () => void done.push(1),
    async () => void done.push(2),
  );
  state.toPlan = 3;
  await start().settled();

  expect([done, state.toPlan, due.length]).toEqual([[1, 2], 0, 0]);
});

test('looks at once when it is woken, though nothing was due for long', async () => {
  const { due, start } = setting();
  const worker = start();
  await worker.settled();
  const brought = new Promise<void>((resolve) => due.push(async () => resolve()));
  worker.wake();

  await brought;
});

test('looks again by itself when the next is due', async () => {
  const { clock, due, state, start } = setting();
  state.nextDueAt = clock.now().plus(30);
  const worker = start();
  await worker.settled();
  state.nextDueAt = null;

  await new Promise<void>((resolve) => due.push(async () => resolve()));
});

test('has no more under way than it may', async () => {
  const { due, start } = setting({ concurrency: 3 });
  const { seen, work, letGo } = held();
  due.push(...Array.from({ length: 10 }, () => work));
  const worker = start();
  const settled = worker.settled();
  while (seen.ended < 10) {
    await turns();
    letGo(1);
  }
  await settled;

  expect(seen).toEqual({ underWay: 0, most: 3, ended: 10 });
});

test('goes on with the others while one takes long', async () => {
  const { due, start } = setting();
  const { work, letGo } = held();
  const worker = start();
  due.push(work);
  const brought = new Promise<void>((resolve) => due.push(async () => resolve()));
  worker.wake();

  await brought;
  letGo();
});

describe('while one takes long, what is new is planned', () => {
  /** A worker that has one under way, and what is to be planned from now on. */
  async function busy() {
    const stage = setting();
    const { work, letGo, seen } = held();
    stage.due.push(work);
    const worker = stage.start();
    await eventually(() => expect(seen.underWay).toBe(1));
    const planned = () => eventually(() => expect([stage.state.toPlan, stage.due.length]).toEqual([0, 0]));
    return { ...stage, worker, letGo, planned };
  }

  test('when it is woken', async () => {
    const { state, worker, letGo, planned } = await busy();
    state.toPlan = 1;
    worker.wake();

    await turns();
    expect(state.toPlan).toBe(0);
    await planned();
    letGo();
  });

  test('though it was just being looked whether there is something', async () => {
    const { state, worker, letGo, planned } = await busy();
    state.onceNothingToPlan = () => {
      state.onceNothingToPlan = () => {};
      state.toPlan = 1;
      worker.wake();
    };
    worker.wake();

    await turns();
    expect(state.toPlan).toBe(0);
    await planned();
    letGo();
  });

  test('soon, though nobody tells', async () => {
    const { state, letGo, planned } = await busy();
    state.toPlan = 1;

    await planned();
    letGo();
  });
});

test('does not look again while nothing wakes it and nothing is due', async () => {
  const { state, start } = setting();
  const worker = start();
  await worker.settled();
  const before = state.rounds;
  await new Promise((resolve) => setTimeout(resolve, 100));

  expect(state.rounds).toBe(before);
});

test('does not spin where something is due that nobody can take', async () => {
  const { clock, state, start } = setting();
  state.nextDueAt = clock.now().minus({ minutes: 1 });
  const worker = start();
  await worker.settled();
  const before = state.rounds;
  await new Promise((resolve) => setTimeout(resolve, 100));

  expect(state.rounds - before).toBeLessThanOrEqual(110);
});

describe('is settled', () => {
  test('not before what is under way has ended', async () => {
    const { due, start } = setting();
    const { seen, work, letGo } = held();
    due.push(work);
    const worker = start();
    let isSettled = false;
    const settled = worker.settled().then(() => {
      isSettled = true;
    });
    await turns();
    expect([seen.underWay, isSettled]).toEqual([1, false]);

    letGo();
    await settled;
    expect(seen.ended).toBe(1);
  });

  test('for all who wait, and what one delivery calls for is done as well', async () => {
    const { due, start } = setting();
    const done: string[] = [];
    due.push(async () => {
      done.push('first');
      due.push(async () => void done.push('second'));
    });
    const worker = start();
    await Promise.all([worker.settled(), worker.settled()]);

    expect(done).toEqual(['first', 'second']);
  });

  test('not after a look that failed', async () => {
    const { due, faults, start } = setting();
    const done: string[] = [];
    faults.push(new Error('the disk is full'), new Error('the disk is full'));
    due.push(async () => void done.push('delivery'));
    const worker = start();
    let isSettled = false;
    const settled = worker.settled().then(() => {
      isSettled = true;
    });
    await turns();
    expect([isSettled, faults]).toEqual([false, []]);

    worker.wake();
    await settled;
    expect(done).toEqual(['delivery']);
  });

  test('once it has stopped', async () => {
    const worker = setting().start();
    await worker.stop();

    await worker.settled();
  });
});

describe('stopping', () => {
  test('takes nothing new and waits for what was begun', async () => {
    const { due, start } = setting({ concurrency: 1 });
    const { seen, work, letGo } = held();
    due.push(work, work);
    const worker = start();
    await turns();
    let isStopped = false;
    const stopped = worker.stop().then(() => {
      isStopped = true;
    });
    await turns();
    expect([seen.underWay, isStopped]).toEqual([1, false]);

    letGo();
    await stopped;
    expect([seen.ended, due.length]).toEqual([1, 1]);
  });

  test('ends a sleep at once, and twice is as good as once', async () => {
    const worker = setting().start();
    await worker.settled();
    const began = performance.now();
    await Promise.all([worker.stop(), worker.stop()]);

    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test('lets those go who waited for it to settle', async () => {
    const { due, start } = setting();
    const { work, letGo } = held();
    due.push(work);
    const worker = start();
    const settled = worker.settled();
    await turns();
    const stopped = worker.stop();
    letGo();

    await Promise.all([settled, stopped]);
  });
});

describe('a fault', () => {
  test('of the store is logged and does not end it', async () => {
    const { due, faults, log, start } = setting();
    faults.push(new Error('locked'), new Error('locked'));
    const worker = start();
    await turns();
    worker.wake();
    await turns();
    const brought = new Promise<void>((resolve) => due.push(async () => resolve()));
    worker.wake();
    await brought;

    expect(log.said('error')).toEqual(Array(2).fill('the worker could not look for what is due'));
  });

  test('of one delivery is logged and harms no other', async () => {
    const { due, log, start } = setting();
    const done: string[] = [];
    due.push(
      async () => {
        throw new Error('could not settle');
      },
      async () => void done.push('other'),
    );
    await start().settled();

    expect(done).toEqual(['other']);
    expect(log.said('error')).toEqual(['a delivery could not be settled; it is due again when its lease ends']);
  });
});
