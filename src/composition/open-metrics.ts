import type { Logger } from 'pino';
import { makePrometheus } from '../adapters/metrics/prometheus.ts';
import { startMetricsServer } from '../http/metrics-server.ts';
import type { Clock } from '../ports/clock.ts';
import type { DocumentStore } from '../ports/documents.ts';
import { type Meter, NO_METER } from '../ports/meter.ts';
import { openStuckDeliveries } from '../store/stuck-deliveries.ts';

/** Counts for an operator where a port is set for it. @throws when it cannot be listened on */
export async function openMetrics(options: {
  readonly host: string;
  readonly metricsPort: number | null;
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly log: Logger;
}): Promise<{ readonly meter: Meter; readonly close: () => Promise<void> }> {
  const { host, metricsPort, store, clock, log } = options;
  if (metricsPort === null) return { meter: NO_METER, close: async () => {} };
  const outbox = await openStuckDeliveries(store);
  const { meter, expose } = makePrometheus(() => outbox.figures(clock.now()));
  const { close } = await startMetricsServer({ host, port: metricsPort, expose, log });
  return { meter, close };
}
