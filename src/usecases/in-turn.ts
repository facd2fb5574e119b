/** Nobody left in time for whoever waited. */
export class WaitedTooLong extends Error {
  override readonly name = 'WaitedTooLong';
}

/**
 * Lets so many works run at once; the others wait, first come first served.
 *
 * @param longestWaitMs for a turn
 * @returns rejects with `WaitedTooLong` where a work was never begun
 */
export function inTurn(most: number, longestWaitMs: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting = new Set<() => void>();
  let running = 0;

  return async (work) => {
    if (running >= most) await turn();
    else running += 1;
    try {
      return await work();
    } finally {
      const [next] = waiting;
      // Whoever is next takes over this place.
      if (next) next();
      else running -= 1;
    }
  };

  function turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const begin = () => {
        clearTimeout(timer);
        waiting.delete(begin);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.delete(begin);
        reject(new WaitedTooLong('there was no turn in time'));
      }, longestWaitMs);
      waiting.add(begin);
    });
  }
}
