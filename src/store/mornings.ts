import { DateTime } from 'luxon';
import { type MeetingId, personalIdFor, type SlackUserId, type WorkspaceId } from '../domain/ids.ts';
import type { CollectionSpec, DocumentStore, Documents, Stored } from '../ports/documents.ts';
import { changeOrAdd } from './change-or-add.ts';

interface MorningDocument {
  readonly workspace: string;
  readonly user: string;
  /** When it has to be looked at next; while it is claimed, when the lease ends. */
  readonly dueAt: Date;
  /** The local date for which an agenda was asked for last. */
  readonly lastDay: string | null;
}

/** Somebody who may want their agenda in the morning. */
export interface StoredMorning {
  readonly id: MeetingId;
  readonly workspace: WorkspaceId;
  readonly user: SlackUserId;
  readonly lastDay: string | null;
  readonly version: number;
}

const SPEC: CollectionSpec = {
  name: 'mornings',
  fields: { workspace: 'string', dueAt: 'date' },
  indexes: [
    { name: 'due', on: ['dueAt'] },
    { name: 'workspace', on: ['workspace'] },
  ],
};

/** Who is sent an agenda each morning, and when that is due next. The hour itself is a setting of theirs. */
export type Mornings = Awaited<ReturnType<typeof openMornings>>;

export async function openMornings(store: DocumentStore) {
  const documents: Documents<MorningDocument> = await store.collection(SPEC);

  return {
    /** Has this person looked at then. */
    async watch(workspace: WorkspaceId, user: SlackUserId, dueAt: DateTime): Promise<void> {
      const id = personalIdFor(workspace, user);
      const due = { dueAt: dueAt.toJSDate() };
      await changeOrAdd(documents, id, (value) => ({ workspace, user, lastDay: null, ...value, ...due }));
    },

    async find(id: MeetingId): Promise<StoredMorning | null> {
      const stored = await documents.get(id);
      return stored && toMorning(stored);
    },

    /** Claims the one that has been due longest; it is due again at `leaseEndsAt` unless it is settled. */
    async takeDue(now: DateTime, leaseEndsAt: DateTime): Promise<StoredMorning | null> {
      const taken = await documents.take('due', [], now.toJSDate(), { set: { dueAt: leaseEndsAt.toJSDate() } });
      return taken && toMorning(taken);
    },

    /** Ends a claim, unless the person was to be looked at anew meanwhile. */
    async settle(
      { id, workspace, user, version }: StoredMorning,
      lastDay: string | null,
      dueAt: DateTime,
    ): Promise<void> {
      await documents.replace(id, version, { workspace, user, lastDay, dueAt: dueAt.toJSDate() });
    },

    async remove(workspace: WorkspaceId, user: SlackUserId): Promise<void> {
      await documents.remove(personalIdFor(workspace, user));
    },

    async ofWorkspace(workspace: WorkspaceId): Promise<StoredMorning[]> {
      return (await documents.list('workspace', [workspace])).map(toMorning);
    },

    async nextDueAt(): Promise<DateTime | null> {
      const [first] = await documents.list('due', [], { limit: 1 });
      return first ? DateTime.fromJSDate(first.value.dueAt) : null;
    },
  };
}

function toMorning({ id, version, value }: Stored<MorningDocument>): StoredMorning {
  const { workspace, user, lastDay } = value;
  return { id: id as MeetingId, workspace: workspace as WorkspaceId, user: user as SlackUserId, lastDay, version };
}
