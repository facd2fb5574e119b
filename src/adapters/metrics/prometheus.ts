import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Meter, OutboxFigures } from '../../ports/meter.ts';

export interface Metrics {
  readonly meter: Meter;
  /** In Prometheus' text format (prometheus.io/docs/instrumenting/exposition_formats). */
  expose(): Promise<{ readonly type: string; readonly text: string }>;
}

/** Slack waits for three seconds. */
const ACK_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];

/**
 * Counters by workspace, outcome and method, and the outbox as it is when it is asked for. Neither people nor meetings
 * are in a label.
 *
 * @param outbox throws where the store does not answer: then its figures are left out, and `convene_store_up` is 0
 */
export function makePrometheus(outbox: () => Promise<OutboxFigures>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const acks = new Histogram({
    name: 'convene_slack_ack_seconds',
    help: 'Time from a request of Slack’s to its answer',
    buckets: ACK_SECONDS,
    registers,
  });
  const presses = new Counter({
    name: 'convene_join_presses_total',
    help: 'Presses of Join by their outcome: admitted, or why not',
    labelNames: ['outcome'],
    registers,
  });
  const waits = new Counter({
    name: 'convene_throttled_total',
    help: 'How often a service asked to wait, by workspace and what was asked of it',
    labelNames: ['workspace', 'what'],
    registers,
  });
  const faults = new Counter({
    name: 'convene_unexpected_faults_total',
    help: 'Faults that nothing waited for; each is in the log',
    registers,
  });
  const storeUp = new Gauge({ name: 'convene_store_up', help: 'Whether the store answers', registers });
  const oldest = new Gauge({
    name: 'convene_outbox_oldest_seconds',
    help: 'How long the oldest delivery that is due has been waiting',
    registers,
  });
  const setAside = new Gauge({
    name: 'convene_outbox_set_aside',
    help: 'Deliveries that were refused for good and wait for npm run outbox',
    registers,
  });

  return {
    meter: {
      acknowledged: (ms) => acks.observe(ms / 1_000),
      pressed: (outcome) => presses.inc({ outcome }),
      throttled: ({ workspace, what }) => waits.inc({ workspace: workspace ?? '', what }),
      failed: () => faults.inc(),
    },
    async expose() {
      const figures = await outbox().catch(() => null);
      storeUp.set(figures ? 1 : 0);
      oldest.set(figures?.oldestSeconds ?? Number.NaN);
      setAside.set(figures?.setAside ?? Number.NaN);
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}
