import type { CollectionSpec, DocumentStore, Stored } from '../../src/ports/documents.ts';

/** A store with nothing in it, as an adapter's test opens one. */
export interface OpenedStore {
  readonly store: DocumentStore;
  /** Closes the store and opens it again, with what it holds. */
  reopen(): Promise<DocumentStore>;
  /** Closes the store and removes what it holds. */
  close(): Promise<void>;
}

export interface Task {
  team: string;
  key?: string | null;
  dueAt?: Date | null;
  priority?: number;
  attempts?: number;
  done?: boolean;
}

export const tasks: CollectionSpec = {
  name: 'tasks',
  fields: { team: 'string', key: 'string', dueAt: 'date', priority: 'number' },
  indexes: [
    { name: 'byKey', on: ['team', 'key'], unique: true },
    { name: 'due', on: ['team', 'dueAt'] },
    { name: 'ranked', on: ['team', 'priority', 'dueAt'] },
  ],
};

/** An instant in the morning on which every task is due. */
export const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 9, minute));
export const idsOf = (found: readonly Stored<object>[]) => found.map(({ id }) => id);
