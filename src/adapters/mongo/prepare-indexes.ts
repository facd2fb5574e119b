import { type IndexDefinition, type IndexOptions, type Model, mongo } from 'mongoose';
import { StoreUnusable } from '../../ports/documents.ts';
import { isDuplicate } from './failures.ts';
import type { StoredDocument } from './schema.ts';

/** IndexOptionsConflict and IndexKeySpecsConflict (github.com/mongodb/mongo, src/mongo/base/error_codes.yml). */
const CONFLICTS = new Set<unknown>([85, 86]);

/**
 * Makes the indexes of the schema that are missing; others that an operator has added stay.
 *
 * @throws StoreUnusable when one cannot be made, since another stands in its way or documents collide in it
 */
export async function prepareIndexes(model: Model<StoredDocument>): Promise<void> {
  const diff = await model.diffIndexes({ indexOptionsToCreate: true });
  const foreign: readonly unknown[] = diff.toDrop;
  const missing = (diff.toCreate as readonly [IndexDefinition, IndexOptions][]).map(([key, options]) => ({
    key,
    name: String(options.name),
    unique: options.unique === true,
    partialFilterExpression: options.partialFilterExpression as object,
  }));
  for (const { name } of missing) if (foreign.includes(name)) throw standsInTheWay(model, name);
  for (const index of missing) {
    try {
      await model.collection.createIndexes([index as mongo.IndexDescription]);
    } catch (error) {
      if (error instanceof mongo.MongoServerError && CONFLICTS.has(error.code))
        throw standsInTheWay(model, index.name, error);
      if (isDuplicate(error)) throw documentsCollide(model, index.name, error);
      throw error;
    }
  }
}

function standsInTheWay({ collection }: Model<StoredDocument>, name: string, cause?: unknown): StoreUnusable {
  return new StoreUnusable(
    `The index ${name} of the collection ${collection.name} is not as this release needs it: drop the one that is there, and start again.`,
    { cause },
  );
}

function documentsCollide({ collection }: Model<StoredDocument>, name: string, cause: unknown): StoreUnusable {
  return new StoreUnusable(
    `The unique index ${name} of the collection ${collection.name} cannot be made, since some documents have the same values in it: remove all but one, and start again.`,
    { cause },
  );
}
