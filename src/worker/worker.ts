import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { Clock } from '../ports/clock.ts';
import type { PlanNextMeeting } from '../usecases/plan-due-meetings.ts';
import type { PurgeNext } from '../usecases/purge-expired.ts';
import type { TakeNextDelivery } from '../usecases/take-next-delivery.ts';

export interface Worker {
  /** Something may be due: looks at once. */
  wake(): void;
  /** Resolves when nothing is due and nothing is under way. */
  settled(): Promise<void>;
  /** Takes nothing new and resolves when what was begun has ended. */
  stop(): Promise<void>;
}

const SLEEP_AFTER_FAULT_MS = 2_000;
/** While something is under way, whose end is told, it is only looked now and then for what time has made due. */
const SLEEP_UNDER_WAY_MS = 200;
/** Nobody's new meeting waits for more deliveries than these. */
const MOST_BEFORE_PLANNING = 8;

/** Plans what is due for planning, brings out what is due, several at a time, and sleeps until the next due time. */
export function startWorker(deps: {
  readonly planNextMeeting: PlanNextMeeting;
  readonly takeNextDelivery: TakeNextDelivery;
  /** Removes a part of what need not be kept, when nothing else is due; true when there may be more. */
  readonly purgeNext: PurgeNext;
  /** The first due time of all; null when nothing waits. */
  readonly nextDueAt: () => Promise<DateTime | null>;
  readonly clock: Clock;
  /** How many deliveries are under way at once. */
  readonly concurrency: number;
  /** A wait is never longer, so that a clock that was set, or work that another process has stored, is noticed. */
  readonly longestSleepMs: number;
  readonly log: Pick<Logger, 'error'>;
}): Worker {
  const { planNextMeeting, takeNextDelivery, purgeNext, nextDueAt, clock, concurrency, longestSleepMs, log } = deps;
  const underWay = new Set<Promise<void>>();
  const waitingForIdle: (() => void)[] = [];
  let isStopped = false;
  let isWoken = true;
  let untilPlanning = 0;
  let rouse = () => {};
  const ended = run();

  return {
    wake: lookAtAll,
    settled: () => {
      if (isStopped) return ended;
      return new Promise((resolve) => {
        waitingForIdle.push(resolve);
        lookAtAll();
      });
    },
    stop: async () => {
      isStopped = true;
      rouse();
      await ended;
    },
  };

  function lookAtAll(): void {
    untilPlanning = 0;
    wake();
  }

  function wake(): void {
    isWoken = true;
    rouse();
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      isWoken = false;
      const idleMs = await round().catch((error: unknown) => {
        log.error({ err: error }, 'the worker could not look for what is due');
        untilPlanning = 0;
        return null;
      });
      if (idleMs !== null && !isWoken && underWay.size === 0) for (const tell of waitingForIdle.splice(0)) tell();
      if (!isWoken && !isStopped) await sleep(idleMs ?? SLEEP_AFTER_FAULT_MS);
    }
    await Promise.all(underWay);
    for (const tell of waitingForIdle.splice(0)) tell();
  }

  /** Begins everything that is due, and answers how long nothing else will be. */
  async function round(): Promise<number> {
    while (!isStopped) {
      if (await planOne()) continue;
      if (underWay.size >= concurrency) {
        await Promise.race(underWay);
        continue;
      }
      const bringOut = await takeNextDelivery();
      if (bringOut) begin(bringOut);
      else if (underWay.size > 0) return SLEEP_UNDER_WAY_MS;
      else if (!(await purgeNext())) break;
    }
    const dueAt = await nextDueAt();
    const untilDueMs = dueAt ? dueAt.diff(clock.now()).toMillis() : longestSleepMs;
    return Math.min(longestSleepMs, Math.max(1, untilDueMs));
  }

  /** True when there may be more to plan. */
  async function planOne(): Promise<boolean> {
    if (untilPlanning > 0 && underWay.size > 0) return false;
    // Before it is looked: who wakes us meanwhile may have something that was not there yet.
    untilPlanning = MOST_BEFORE_PLANNING;
    const hasPlanned = await planNextMeeting();
    if (hasPlanned) untilPlanning = 0;
    return hasPlanned;
  }

  function begin(bringOut: () => Promise<void>): void {
    const work = bringOut()
      .catch((error: unknown) =>
        log.error({ err: error }, 'a delivery could not be settled; it is due again when its lease ends'),
      )
      .finally(() => {
        underWay.delete(work);
        wake();
      });
    underWay.add(work);
    untilPlanning -= 1;
  }

  function sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        untilPlanning = 0;
        resolve();
      }, ms);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
