import type { Logger } from 'pino';

/**
 * A fault that nothing waited for, and that Node would end the process for, ends at most the request that it came from:
 * what was agreed is in the store, and what is under way is claimed there, so that nothing depends on this process.
 */
export function keepServing(log: Pick<Logger, 'error'>, counted: () => void): void {
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
    process.on(event, (fault: unknown) => {
      counted();
      log.error({ err: fault }, 'a fault that nothing waited for');
    });
  }
}
