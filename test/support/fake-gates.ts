import { closed, gateKey, type Openings, opensAt } from '../../src/domain/gate.ts';
import type { Gates } from '../../src/ports/gates.ts';

/** The gates of one process, forgotten with it. */
export function fakeGates(): Gates {
  let openings: Openings = new Map();
  return {
    opensAt: (gates, now) => opensAt(openings, gates, now),
    close: async (gate, until, now) => {
      openings = closed(openings, new Map([[gateKey(gate), until]]), now);
    },
    refresh: async () => {},
  };
}
