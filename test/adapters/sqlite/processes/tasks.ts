import type { CollectionSpec } from '../../../../src/ports/documents.ts';

export interface Task {
  readonly number: number;
  readonly dueAt?: Date;
}

export const tasks: CollectionSpec = {
  name: 'tasks',
  fields: { dueAt: 'date' },
  indexes: [{ name: 'due', on: ['dueAt'] }],
};

export const DUE_AT = new Date(Date.UTC(2026, 0, 5));
