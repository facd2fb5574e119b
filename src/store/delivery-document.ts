import { DateTime } from 'luxon';
import type { Delivery, DeliveryKind, PlannedDelivery } from '../domain/delivery.ts';
import type { InviteeId, MeetingId, WorkspaceId } from '../domain/ids.ts';
import { firstNeedOf, laneKey } from '../domain/lane.ts';
import type { Place } from '../domain/order.ts';
import type { CollectionSpec, Stored } from '../ports/documents.ts';

export interface DeliveryDocument {
  readonly workspace: string;
  readonly meeting: string;
  readonly occurrence: string;
  readonly kind: DeliveryKind;
  readonly invitee: string | null;
  readonly cause: string;
  /** Workspace and need, see `laneKey`. */
  readonly lane: string;
  /** Whose deliveries go out in order: meeting and invitee. */
  readonly person: string;
  readonly state: 'waiting' | 'done' | 'dropped' | 'parked';
  readonly reason: string | null;
  readonly plannedAt: Date;
  /** When it was to be done as planned, which is its place in the order of its person. */
  readonly wantedAt: Date;
  /** When it is to be done; while it is claimed, when the lease ends; null when it is settled for good. */
  readonly dueAt: Date | null;
  readonly parkedAt: Date | null;
  readonly claim: string | null;
  /** It was held back behind an earlier one of its person, whose end makes it due. */
  readonly isHeld: boolean;
  readonly attempts: number;
  /** How often it was claimed in all, and how many of these reported back. */
  readonly claims: number;
  readonly reports: number;
  readonly isAmbiguous: boolean;
}

export const DELIVERIES: CollectionSpec = {
  name: 'deliveries',
  fields: { dueAt: 'date', parkedAt: 'date', lane: 'string', person: 'string', meeting: 'string' },
  indexes: [
    { name: 'due', on: ['dueAt'] },
    { name: 'lane', on: ['lane', 'dueAt'] },
    { name: 'person', on: ['person', 'dueAt'] },
    { name: 'parked', on: ['parkedAt'] },
    { name: 'meeting', on: ['meeting'] },
  ],
};

/** As rows were before they waited in lanes, and in order per person. */
type RowWithoutPlace = Omit<DeliveryDocument, 'lane' | 'person' | 'wantedAt' | 'isHeld' | 'parkedAt'>;

/** A row of an older release as this one knows it; null when it is complete. */
export function completed(row: DeliveryDocument | RowWithoutPlace): DeliveryDocument | null {
  if ('lane' in row) return null;
  // Once it was claimed, its due time is no longer the one that was planned.
  const wantedAt = row.claims > 0 ? row.plannedAt : (row.dueAt ?? row.plannedAt);
  return { ...row, ...placeOf(row), wantedAt, isHeld: false, parkedAt: null };
}

function placeOf({ workspace, meeting, invitee, kind }: Placed): Pick<DeliveryDocument, 'lane' | 'person'> {
  const lane = laneKey({ workspace: workspace as WorkspaceId, need: firstNeedOf(kind) });
  return { lane, person: `${meeting}/${invitee ?? '-'}` };
}

type Placed = Pick<DeliveryDocument, 'workspace' | 'meeting' | 'invitee' | 'kind'>;

export function toDocument({ dueAt, ...planned }: PlannedDelivery, now: DateTime): DeliveryDocument {
  return {
    ...planned,
    ...placeOf(planned),
    state: 'waiting',
    reason: null,
    plannedAt: now.toJSDate(),
    wantedAt: dueAt.toJSDate(),
    dueAt: dueAt.toJSDate(),
    parkedAt: null,
    claim: null,
    isHeld: false,
    attempts: 0,
    claims: 0,
    reports: 0,
    isAmbiguous: false,
  };
}

export function toDelivery({ id, value }: Stored<DeliveryDocument>): Delivery {
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

/** Of one that is not settled. */
export function toPlace({ id, value }: Stored<DeliveryDocument>): Place {
  return {
    key: id,
    kind: value.kind,
    wantedAt: DateTime.fromJSDate(value.wantedAt),
    isDelayed: value.attempts > 0 || value.isHeld,
    isClaimed: value.claim !== null,
    dueAt: DateTime.fromJSDate(value.dueAt ?? value.wantedAt),
  };
}
