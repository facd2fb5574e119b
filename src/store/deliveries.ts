import { DateTime, Duration } from 'luxon';
import { type Delivery, deliveryKey, type PlannedDelivery } from '../domain/delivery.ts';
import type { InviteeId, MeetingId } from '../domain/ids.ts';
import { type Lane, laneKey, laneOf, type Need } from '../domain/lane.ts';
import { letsGoFirst } from '../domain/order.ts';
import { type OldRuns, TELLS_OF_RUNS } from '../domain/retention.ts';
import { type DocumentStore, type Documents, Duplicate, type Stored } from '../ports/documents.ts';
import { completed, DELIVERIES, type DeliveryDocument, toDelivery, toDocument, toPlace } from './delivery-document.ts';
import { every } from './every.ts';
import { mutate } from './mutate.ts';
import { removeOldRuns } from './of-old-runs.ts';
import { removeListed } from './remove-listed.ts';

export interface ClaimedDelivery extends Delivery {
  readonly lane: Lane;
  readonly leaseEndsAt: DateTime;
  /** Renewing and settling succeed only while this claim holds. */
  readonly claimed: Stored<DeliveryDocument>;
}

/** The most that LEASE_SECONDS may say. */
const LONGEST_LEASE = Duration.fromObject({ hours: 1 });

/** Side by side, so that they share the way to the disk. */
const WRITTEN_AT_ONCE = 50;

/** How a claimed delivery stands after an attempt. */
export type Settlement =
  | { readonly state: 'done' | 'dropped'; readonly reason: string | null }
  | { readonly state: 'parked'; readonly reason: string; readonly at: DateTime }
  | {
      readonly state: 'waiting';
      readonly reason: string | null;
      readonly dueAt: DateTime;
      readonly isAmbiguous: boolean;
      readonly countsAsAttempt: boolean;
      /** The lane it waits in from now on; its own unless given. */
      readonly needs?: Need | undefined;
    };

/** The outbox: what is still to be done outside, and what was. Rows hold neither texts nor links. */
export type Deliveries = Awaited<ReturnType<typeof openDeliveries>>;

export async function openDeliveries(store: DocumentStore) {
  const documents: Documents<DeliveryDocument> = await store.collection(DELIVERIES);

  async function add(planned: PlannedDelivery, now: DateTime): Promise<void> {
    try {
      await documents.insert(deliveryKey(planned), toDocument(planned, now));
    } catch (error) {
      if (!(error instanceof Duplicate)) throw error;
    }
  }

  return {
    /** Adds what is not there yet. */
    async enqueue(planned: readonly PlannedDelivery[], now: DateTime): Promise<void> {
      const known = new Set((await documents.getMany(planned.map(deliveryKey))).map(({ id }) => id));
      const missing = planned.filter((delivery) => !known.has(deliveryKey(delivery)));
      for (let first = 0; first < missing.length; first += WRITTEN_AT_ONCE) {
        await Promise.all(missing.slice(first, first + WRITTEN_AT_ONCE).map((delivery) => add(delivery, now)));
      }
    },

    /** Every lane in which something waits, with its first due time: once around, from the one after `last` on. */
    async *lanes(last: Lane | null): AsyncGenerator<{ readonly lane: Lane; readonly dueAt: DateTime }> {
      const end = last && laneKey(last);
      const ranges = end === null ? [{ from: '' }] : [{ from: behind(end) }, { from: '', to: end }];
      for (let { from, ...range } of ranges) {
        for (;;) {
          const [first] = await documents.list('lane', [], { ...range, from, limit: 1 });
          if (!first?.value.dueAt) break;
          yield { lane: laneOf(first.value.lane), dueAt: DateTime.fromJSDate(first.value.dueAt) };
          from = behind(first.value.lane);
        }
      }
    },

    /** Claims the delivery of a lane that has been due longest. */
    async takeDue(lane: Lane, now: DateTime, leaseEndsAt: DateTime, claim: string): Promise<ClaimedDelivery | null> {
      const set = { dueAt: leaseEndsAt.toJSDate(), claim, isHeld: false };
      const increment = ['claims', 'attempts'];
      const taken = await documents.take('lane', [laneKey(lane)], now.toJSDate(), { set, increment });
      return taken && toClaimed(taken);
    },

    /** Moves the end of the lease; null when the claim was lost to somebody else. */
    async renew({ claimed }: ClaimedDelivery, leaseEndsAt: DateTime): Promise<ClaimedDelivery | null> {
      const value = { ...claimed.value, dueAt: leaseEndsAt.toJSDate() };
      const renewed = await documents.replace(claimed.id, claimed.version, value);
      return renewed && toClaimed(renewed);
    },

    /** When the one of its person that has to go first is due next; null when this one may go. */
    async goesFirstAt({ claimed }: ClaimedDelivery): Promise<DateTime | null> {
      const unsettled = await documents.list('person', [claimed.value.person]);
      const others = unsettled.filter(({ id }) => id !== claimed.id).map(toPlace);
      return others.find((other) => letsGoFirst(toPlace(claimed), other))?.dueAt ?? null;
    },

    /** Gives a claim back untried, behind an earlier one of its person: due when that one is settled, or then. */
    async hold({ claimed }: ClaimedDelivery, dueAt: DateTime): Promise<void> {
      const { value } = claimed;
      const attempts = value.attempts - 1;
      const claims = value.claims - 1;
      const held = { ...value, dueAt: dueAt.toJSDate(), claim: null, isHeld: true, attempts, claims };
      await documents.replace(claimed.id, claimed.version, held);
    },

    /** Makes due what was held back behind a delivery of the same person. */
    async releaseHeld({ claimed }: ClaimedDelivery, now: DateTime): Promise<void> {
      for (const { id, version, value } of await documents.list('person', [claimed.value.person])) {
        if (value.isHeld) await documents.replace(id, version, { ...value, dueAt: now.toJSDate(), isHeld: false });
      }
    },

    /** False when the claim was lost to somebody else: then nothing is written. */
    async settle({ claimed, lane }: ClaimedDelivery, settlement: Settlement): Promise<boolean> {
      const waits = settlement.state === 'waiting' ? settlement : null;
      const settled = await documents.replace(claimed.id, claimed.version, {
        ...claimed.value,
        lane: laneKey({ ...lane, need: waits?.needs ?? lane.need }),
        state: settlement.state,
        reason: settlement.reason,
        dueAt: waits?.dueAt.toJSDate() ?? null,
        parkedAt: settlement.state === 'parked' ? settlement.at.toJSDate() : null,
        claim: null,
        attempts: claimed.value.attempts - (waits && !waits.countsAsAttempt ? 1 : 0),
        reports: claimed.value.claims,
        isAmbiguous: waits?.isAmbiguous ?? false,
      });
      return settled !== null;
    },

    /**
     * Puts in doubt whether what is not done, and what was given up, was done after this instant.
     *
     * @returns all of it
     */
    async doubtUnsettled(since: DateTime): Promise<Omit<PlannedDelivery, 'dueAt'>[]> {
      const doubtful: Omit<PlannedDelivery, 'dueAt'>[] = [];
      for await (const stored of every(documents)) {
        const { state, plannedAt } = stored.value;
        if (state !== 'waiting' && state !== 'parked') continue;
        const earliest = DateTime.min(DateTime.fromJSDate(plannedAt), since).toJSDate();
        await mutate(documents, stored.id, (value) => ({ ...value, isAmbiguous: true, plannedAt: earliest }));
        doubtful.push(toDelivery(stored));
      }
      return doubtful;
    },

    /** Whether anything of a meeting, or of one of its people, is being brought out at this moment. */
    async isUnderWay(meeting: MeetingId, now: DateTime, invitee?: InviteeId): Promise<boolean> {
      const rows = await documents.list('meeting', [meeting]);
      return rows.some(({ value: { claim, dueAt, ...row } }) => {
        const isTheirs = invitee === undefined || row.invitee === invitee;
        return isTheirs && claim !== null && dueAt !== null && dueAt > now.toJSDate();
      });
    },

    /** Of those runs, all that is settled but what tells of them. */
    async removeRuns(meeting: MeetingId, runs: OldRuns): Promise<void> {
      const isKept = ({ dueAt, kind }: DeliveryDocument) => dueAt !== null || TELLS_OF_RUNS.has(kind);
      await removeOldRuns(documents, meeting, runs, isKept);
    },

    async removeOf(meeting: MeetingId): Promise<void> {
      await removeListed(documents, 'meeting', [meeting]);
    },

    /** Removes what is settled of those that are of no meeting, see `personalIdFor`. */
    async forgetSettled(person: MeetingId): Promise<void> {
      for (const { id, value } of await documents.list('meeting', [person])) {
        if (value.dueAt === null) await documents.remove(id);
      }
    },

    async removeOfInvitee(meeting: MeetingId, invitee: InviteeId): Promise<void> {
      for (const { id, value } of await documents.list('meeting', [meeting])) {
        if (value.invitee === invitee) await documents.remove(id);
      }
    },

    /** Makes everything due that a process which is known to be gone had claimed. */
    async releaseClaims(now: DateTime): Promise<number> {
      // Not all that waits for a later time is read, which is most of a large store.
      const leases = { from: now.toJSDate(), to: now.plus(LONGEST_LEASE).toJSDate() };
      const claimed = (await documents.list('due', [], leases)).filter(({ value }) => value.claim);
      for (const { id, version, value } of claimed) {
        await documents.replace(id, version, { ...value, dueAt: now.toJSDate(), claim: null });
      }
      return claimed.length;
    },

    /** The first due time of all, whatever its lane. */
    async nextDueAt(): Promise<DateTime | null> {
      for (;;) {
        const [first] = await documents.list('due', [], { limit: 1 });
        const complete = first && completed(first.value);
        // In no lane nobody would take it: it gets its place when it is the next one.
        if (complete) await documents.replace(first.id, first.version, complete);
        else return first?.value.dueAt ? DateTime.fromJSDate(first.value.dueAt) : null;
      }
    },
  };
}

/** Where the next lane may begin: no key lies between one and the same with a blank behind it. */
function behind(lane: string): string {
  return `${lane} `;
}

function toClaimed(claimed: Stored<DeliveryDocument>): ClaimedDelivery {
  const leaseEndsAt = DateTime.fromJSDate(claimed.value.dueAt ?? new Date(0));
  return { ...toDelivery(claimed), lane: laneOf(claimed.value.lane), leaseEndsAt, claimed };
}
