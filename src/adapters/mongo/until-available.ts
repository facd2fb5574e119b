import { setTimeout as sleep } from 'node:timers/promises';
import { StoreUnavailable } from '../../ports/documents.ts';

const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1_000;

/** Work that has to be done once, as soon as the database lets it. */
export interface Undertaking {
  /** Resolves when the first try has ended, done or not; rejects when it ended in a way that no further try can mend. */
  readonly firstTry: Promise<void>;
  isDone(): boolean;
  /** @throws StoreUnavailable as long as it is not done, or the error that ended it */
  requireDone(): void;
}

/**
 * Does the work again and again, as long as it throws `StoreUnavailable`, with pauses from 0.1 to 1 s.
 *
 * @param onEnd told once, if it took more than one try: null when the work is done, else the error that ended it
 */
export function untilAvailable(
  work: () => Promise<void>,
  signal: AbortSignal,
  onEnd: (error: unknown) => void = () => {},
): Undertaking {
  let lacks: unknown = new StoreUnavailable('The store is not open yet.');
  const firstTry = attempt();
  firstTry.then(
    () => lacks !== null && void goOn(),
    () => {},
  );
  return {
    firstTry,
    isDone: () => lacks === null,
    requireDone() {
      if (lacks !== null) throw lacks;
    },
  };

  async function attempt(): Promise<void> {
    try {
      await work();
      lacks = null;
    } catch (error) {
      lacks = error;
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }

  async function goOn(): Promise<void> {
    try {
      for (let pauseMs = SHORTEST_PAUSE_MS; lacks !== null; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
        await sleep(pauseMs, undefined, { signal });
        await attempt();
      }
      onEnd(null);
    } catch (error) {
      if (!signal.aborted) onEnd(error);
    }
  }
}
