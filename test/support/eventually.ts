import { setTimeout as sleep } from 'node:timers/promises';

/** The first answer that is not null, asked for every 50 ms; fails after ten seconds. */
export async function eventually<T>(ask: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await ask();
    if (answer !== null) return answer;
    await sleep(50);
  }
  throw new Error('It did not come about.');
}
