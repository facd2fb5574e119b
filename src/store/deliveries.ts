import { DateTime } from 'luxon';
import { type Delivery, type DeliveryKind, deliveryKey, type PlannedDelivery } from '../domain/delivery.ts';
import type { InviteeId, MeetingId, WorkspaceId } from '../domain/ids.ts';
import { type CollectionSpec, type DocumentStore, type Documents, Duplicate, type Stored } from '../ports/documents.ts';

interface DeliveryDocument {
  readonly workspace: string;
  readonly meeting: string;
  readonly occurrence: string;
  readonly kind: DeliveryKind;
  readonly invitee: string | null;
  readonly cause: string;
  readonly state: 'waiting' | 'done' | 'dropped' | 'parked';
  readonly reason: string | null;
  readonly plannedAt: Date;
  /** When it is to be done; while it is claimed, when the lease ends; null when it is settled for good. */
  readonly dueAt: Date | null;
  readonly claim: string | null;
  readonly attempts: number;
  /** How often it was claimed in all, and how many of these reported back. */
  readonly claims: number;
  readonly reports: number;
  readonly isAmbiguous: boolean;
}

const SPEC: CollectionSpec = {
  name: 'deliveries',
  fields: { dueAt: 'date', meeting: 'string' },
  indexes: [
    { name: 'due', on: ['dueAt'] },
    { name: 'meeting', on: ['meeting'] },
  ],
};

export interface ClaimedDelivery extends Delivery {
  /** Settling succeeds only while this claim holds. */
  readonly claimed: Stored<DeliveryDocument>;
}

/** How a claimed delivery stands after an attempt. */
export type Settlement =
  | { readonly state: 'done' | 'dropped' | 'parked'; readonly reason: string | null }
  | {
      readonly state: 'waiting';
      readonly reason: string;
      readonly dueAt: DateTime;
      readonly isAmbiguous: boolean;
      readonly countsAsAttempt: boolean;
    };

/** The outbox: what is still to be done outside, and what was. Rows hold neither texts nor links. */
export type Deliveries = Awaited<ReturnType<typeof openDeliveries>>;

export async function openDeliveries(store: DocumentStore) {
  const documents: Documents<DeliveryDocument> = await store.collection(SPEC);

  return {
    /** Adds what is not there yet. */
    async enqueue(planned: readonly PlannedDelivery[], now: DateTime): Promise<void> {
      const known = new Set((await documents.getMany(planned.map(deliveryKey))).map(({ id }) => id));
      for (const delivery of planned) {
        const key = deliveryKey(delivery);
        if (known.has(key)) continue;
        await documents.insert(key, toDocument(delivery, now)).catch((error: unknown) => {
          if (!(error instanceof Duplicate)) throw error;
        });
      }
    },

    /** Claims the delivery that has been due longest. */
    async takeDue(now: DateTime, leaseEndsAt: DateTime, claim: string): Promise<ClaimedDelivery | null> {
      const set = { dueAt: leaseEndsAt.toJSDate(), claim };
      const taken = await documents.take('due', [], now.toJSDate(), { set, increment: ['claims', 'attempts'] });
      return taken && { ...toDelivery(taken), claimed: taken };
    },

    /** False when the claim was lost to somebody else: then nothing is written. */
    async settle({ claimed }: ClaimedDelivery, settlement: Settlement): Promise<boolean> {
      const waits = settlement.state === 'waiting' ? settlement : null;
      const settled = await documents.replace(claimed.id, claimed.version, {
        ...claimed.value,
        state: settlement.state,
        reason: settlement.reason,
        dueAt: waits?.dueAt.toJSDate() ?? null,
        claim: null,
        attempts: claimed.value.attempts - (waits && !waits.countsAsAttempt ? 1 : 0),
        reports: claimed.value.claims,
        isAmbiguous: waits?.isAmbiguous ?? false,
      });
      return settled !== null;
    },

    /** Makes everything due that a process which is known to be gone had claimed. */
    async releaseClaims(now: DateTime): Promise<number> {
      const claimed = (await documents.list('due', [], { from: now.toJSDate() })).filter(({ value }) => value.claim);
      for (const { id, version, value } of claimed) {
        await documents.replace(id, version, { ...value, dueAt: now.toJSDate(), claim: null });
      }
      return claimed.length;
    },

    async nextDueAt(): Promise<DateTime | null> {
      const [first] = await documents.list('due', [], { limit: 1 });
      return first?.value.dueAt ? DateTime.fromJSDate(first.value.dueAt) : null;
    },
  };
}

function toDocument({ dueAt, ...planned }: PlannedDelivery, now: DateTime): DeliveryDocument {
  return {
    ...planned,
    state: 'waiting',
    reason: null,
    plannedAt: now.toJSDate(),
    dueAt: dueAt.toJSDate(),
    claim: null,
    attempts: 0,
    claims: 0,
    reports: 0,
    isAmbiguous: false,
  };
}

function toDelivery({ id, value }: Stored<DeliveryDocument>): Delivery {
  const lostClaims = value.claims - 1 - value.reports;
  return {
    key: id,
    workspace: value.workspace as WorkspaceId,
    meeting: value.meeting as MeetingId,
    occurrence: value.occurrence,
    kind: value.kind,
    invitee: value.invitee as InviteeId | null,
    cause: value.cause,
    plannedAt: DateTime.fromJSDate(value.plannedAt),
    attempts: value.attempts,
    isAmbiguous: value.isAmbiguous || lostClaims > 0,
    lostClaims,
  };
}
