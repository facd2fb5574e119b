import { DateTime } from 'luxon';
import type { DeliveryKind } from '../domain/delivery.ts';
import type { DocumentStore, Documents, Stored } from '../ports/documents.ts';
import type { OutboxFigures } from '../ports/meter.ts';
import { DELIVERIES, type DeliveryDocument } from './delivery-document.ts';
import { mutate } from './mutate.ts';

/** A delivery that an operator may want to look at. */
export interface StuckDelivery {
  readonly key: string;
  readonly workspace: string;
  readonly kind: DeliveryKind;
  /** Set aside, or due for so long that something must be wrong. */
  readonly state: 'parked' | 'overdue';
  readonly since: DateTime;
  readonly attempts: number;
  /** Why it was set aside, or why the last attempt failed; null when nothing was tried. */
  readonly reason: string | null;
}

/** Longer than between two attempts, or than a lease. */
const LONGEST_PAUSE = { hours: 1 };
const MOST_LOOKED_AT = 1_000;

/** The outbox as its operator sees it. */
export type StuckDeliveries = Awaited<ReturnType<typeof openStuckDeliveries>>;

export async function openStuckDeliveries(store: DocumentStore) {
  const documents: Documents<DeliveryDocument> = await store.collection(DELIVERIES);

  return {
    /** Longest first. */
    async parked(): Promise<StuckDelivery[]> {
      return (await documents.list('parked', [])).map((stored) => toStuck(stored, 'parked', stored.value.parkedAt));
    },

    /** What was due before this moment and is not settled, longest first. */
    async overdue(before: DateTime): Promise<StuckDelivery[]> {
      const due = await documents.list('due', [], { to: before.toJSDate() });
      return due.map((stored) => toStuck(stored, 'overdue', stored.value.dueAt));
    },

    /** What waits between two attempts counts too. */
    async figures(now: DateTime): Promise<OutboxFigures> {
      const range = { to: now.plus(LONGEST_PAUSE).toJSDate(), limit: MOST_LOOKED_AT };
      const wanted = (await documents.list('due', [], range)).map(({ value }) => value.wantedAt.getTime());
      const oldestMs = now.toMillis() - Math.min(now.toMillis(), ...wanted);
      return { oldestSeconds: oldestMs / 1_000, setAside: await documents.count('parked', []) };
    },

    /**
     * Makes a delivery that was set aside due again, with all its attempts before it. Its last one may have arrived
     * unseen, so it will be looked up first. False when it is not set aside, null when there is none.
     */
    async retry(key: string, now: DateTime): Promise<boolean | null> {
      let wasParked = false;
      const found = await mutate(documents, key, (value) => {
        wasParked = value.state === 'parked';
        return wasParked ? dueAgain(value, now) : null;
      });
      return found && wasParked;
    },
  };
}

function dueAgain(value: DeliveryDocument, now: DateTime): DeliveryDocument {
  const { claims } = value;
  const dueAt = now.toJSDate();
  return { ...value, state: 'waiting', dueAt, parkedAt: null, attempts: 0, reports: claims, isAmbiguous: true };
}

function toStuck({ id, value }: Stored<DeliveryDocument>, state: 'parked' | 'overdue', since: Date | null) {
  const { workspace, kind, attempts, reason, wantedAt } = value;
  return { key: id, workspace, kind, state, since: DateTime.fromJSDate(since ?? wantedAt), attempts, reason };
}
