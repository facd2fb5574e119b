import { DateTime } from 'luxon';
import { closed, type Gate, gateKey, type Openings, opensAt } from '../domain/gate.ts';
import { type CollectionSpec, type DocumentStore, type Documents, Duplicate } from '../ports/documents.ts';
import type { Gates } from '../ports/gates.ts';
import { mutate } from './mutate.ts';

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
      const later = (stored: GateDocument) => (stored.opensAt < document.opensAt ? document : null);
      if (await mutate(documents, key, later)) return;
      await documents.insert(key, document).catch(async (error: unknown) => {
        if (!(error instanceof Duplicate)) throw error;
        await mutate(documents, key, later);
      });
    },

    async refresh(now) {
      const stored = await documents.list('opening', [], { from: now.toJSDate() });
      const known = new Map(stored.map(({ id, value }) => [id, DateTime.fromJSDate(value.opensAt)]));
      openings = closed(openings, known, now);
    },
  };
}
