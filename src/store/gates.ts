import { DateTime } from 'luxon';
import { closed, type Gate, gateKey, type Openings, opensAt } from '../domain/gate.ts';
import type { CollectionSpec, DocumentStore, Documents } from '../ports/documents.ts';
import type { Gates } from '../ports/gates.ts';
import { changeOrAdd } from './change-or-add.ts';

interface GateDocument {
  readonly opensAt: Date;
}

const SPEC: CollectionSpec = {
  name: 'gates',
  fields: { opensAt: 'date' },
  indexes: [{ name: 'opening', on: ['opensAt'] }],
};

/** One small document for each thing that was ever limited. Asking is free: the answer comes from memory. */
export async function openGates(store: DocumentStore): Promise<Gates> {
  const documents: Documents<GateDocument> = await store.collection(SPEC);
  let openings: Openings = new Map();

  return {
    opensAt: (gates, now) => opensAt(openings, gates, now),

    async close(gate: Gate, until, now) {
      const key = gateKey(gate);
      openings = closed(openings, new Map([[key, until]]), now);
      const document = { opensAt: until.toJSDate() };
      await changeOrAdd(documents, key, (stored) => (stored && stored.opensAt >= document.opensAt ? null : document));
    },

    async refresh(now) {
      const stored = await documents.list('opening', [], { from: now.toJSDate() });
      const known = new Map(stored.map(({ id, value }) => [id, DateTime.fromJSDate(value.opensAt)]));
      openings = closed(openings, known, now);
    },
  };
}
