import { Schema } from 'mongoose';
import type { CollectionSpec, IndexSpec } from '../../ports/documents.ts';

/**
 * How a document lies in MongoDB. What the product stores stands whole under `value`, so that no name in it can clash
 * with the others or be taken for an operator.
 *
 * Where a collection is sharded, its shard key is `{ _id: 'hashed' }`. Before MongoDB 8.0 those that are taken from
 * (`meetings`, `deliveries` and `mornings`) stay unsharded, since `findAndModify` had to name the shard key there.
 */
export interface StoredDocument {
  readonly _id: string;
  readonly version: number;
  /** Drawn anew for every write, so that a writer who lost the answer can tell its own document from another's. */
  readonly writeId: string;
  readonly value: object;
}

export function valuePath(field: string): string {
  return `value.${field}`;
}

/** Only documents that have all of an index's fields are in it; a query has to say the same to be answered from it. */
export function membership({ fields }: CollectionSpec, index: IndexSpec): Record<string, { $type: string }> {
  return Object.fromEntries(index.on.map((field) => [valuePath(field), { $type: fields[field] ?? 'null' }]));
}

/** A unique index needs no id to be in order. */
export function indexKeys({ on, unique }: IndexSpec): string[] {
  return [...on.map(valuePath), ...(unique ? [] : ['_id'])];
}

export function schemaOf(spec: CollectionSpec): Schema<StoredDocument> {
  const schema = new Schema<StoredDocument>(
    {
      _id: { type: String, required: true },
      version: { type: Number, required: true },
      writeId: { type: String, required: true },
      value: { type: Schema.Types.Mixed, required: true },
    },
    {
      collection: spec.name,
      strict: 'throw',
      strictQuery: 'throw',
      versionKey: false,
      minimize: false,
      autoIndex: false,
      autoCreate: false,
      bufferCommands: false,
    },
  );
  for (const index of spec.indexes) {
    schema.index(Object.fromEntries(indexKeys(index).map((key) => [key, 1])), {
      name: index.name,
      partialFilterExpression: membership(spec, index),
      ...(index.unique ? { unique: true } : {}),
    });
  }
  return schema;
}
