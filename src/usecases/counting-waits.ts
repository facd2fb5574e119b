import type { Gates } from '../ports/gates.ts';
import type { Meter } from '../ports/meter.ts';

/** The same gates, which are counted when a service closes them. */
export function countingWaits(gates: Gates, { throttled }: Pick<Meter, 'throttled'>): Gates {
  return {
    ...gates,
    close(gate, until, now) {
      throttled(gate);
      return gates.close(gate, until, now);
    },
  };
}
