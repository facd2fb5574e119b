import type { Logger } from 'pino';

const LONGEST_STOP_MS = 9_000;

/** SIGTERM or SIGINT ends what was begun and exits with 0, within ten seconds; a second one exits at once. */
export function stopOnSignals(stop: () => Promise<void>, log: Pick<Logger, 'info' | 'error'>): void {
  let isStopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal }, 'stopping');
    // What is cut off here is claimed still, and goes on after the next start.
    setTimeout(() => process.exit(0), LONGEST_STOP_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'could not stop in order');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
