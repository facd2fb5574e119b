import { randomUUID } from 'node:crypto';
import type { Model, mongo } from 'mongoose';
import {
  type Bounds,
  type CollectionSpec,
  type Documents,
  type IndexValue,
  type Patch,
  type Range,
  type Stored,
  StoreUnavailable,
} from '../../ports/documents.ts';
import { fieldOf, requireId } from '../collection-spec.ts';
import { requirePlainData } from '../plain-data.ts';
import { asStoreError, isAnswerLost, isDuplicate } from './failures.ts';
import { listingOf } from './index-queries.ts';
import { updateOf } from './patch-update.ts';
import type { StoredDocument } from './schema.ts';

/**
 * The documents of one collection. What is asked goes through mongoose, which refuses a path that the schema lacks; what
 * is saved goes straight to the driver, since mongoose's documents drop keys such as `constructor`.
 */
export class MongoDocuments<T extends object> implements Documents<T> {
  readonly #model: Model<StoredDocument>;
  readonly #collection: mongo.Collection<StoredDocument>;
  readonly #spec: CollectionSpec;
  readonly #requireOpen: () => void;

  /** @param requireOpen throws as long as the collection cannot be used */
  constructor(model: Model<StoredDocument>, spec: CollectionSpec, requireOpen: () => void) {
    this.#model = model;
    this.#collection = model.collection as unknown as mongo.Collection<StoredDocument>;
    this.#spec = spec;
    this.#requireOpen = requireOpen;
  }

  async insert(id: string, value: T): Promise<Stored<T>> {
    const document = this.#document(id, 1, value);
    let taken: unknown;
    const isSaved = await this.#save(document, async () => {
      try {
        await this.#collection.insertOne(document);
        return true;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        taken = error;
        return false;
      }
    });
    if (!isSaved) throw asStoreError(taken);
    return { id, version: 1, value };
  }

  async get(id: string): Promise<Stored<T> | null> {
    const [found] = await this.getMany([id]);
    return found ?? null;
  }

  async getMany(ids: readonly string[]): Promise<Stored<T>[]> {
    const wanted = ids.map(requireId);
    if (wanted.length === 0) return [];
    return this.#ask(async () => (await this.#model.find({ _id: { $in: wanted } }).lean()).map(toStored<T>));
  }

  async list(index: string, equals: readonly IndexValue[], range: Range = {}): Promise<Stored<T>[]> {
    const { filter, sort, limit } = listingOf(this.#spec, index, equals, range);
    // MongoDB reads a limit of 0 as none.
    if (limit === 0) return [];
    return this.#ask(async () => {
      const found = await this.#model.find(filter, null, { sort, ...(limit === null ? {} : { limit }) }).lean();
      return found.map(toStored<T>);
    });
  }

  async count(index: string, equals: readonly IndexValue[], bounds: Bounds = {}): Promise<number> {
    const { filter } = listingOf(this.#spec, index, equals, bounds);
    return this.#ask(() => this.#model.countDocuments(filter));
  }

  async page(after: string | null, limit: number): Promise<Stored<T>[]> {
    const filter = { _id: { $gt: after ?? '' } };
    return this.#ask(async () => {
      const found = await this.#model.find(filter, null, { sort: { _id: 1 }, limit }).lean();
      return found.map(toStored<T>);
    });
  }

  async replace(id: string, version: number, value: T): Promise<Stored<T> | null> {
    const document = this.#document(id, version + 1, value);
    const isSaved = await this.#save(document, async () => {
      const { _id, ...replacement } = document;
      const { matchedCount } = await this.#collection.replaceOne({ _id, version }, replacement);
      return matchedCount === 1;
    });
    return isSaved ? { id, version: version + 1, value } : null;
  }

  /** Not repeated when the answer is lost: what was taken then is due again once it is past its new due time. */
  async take(index: string, equals: readonly IndexValue[], upTo: IndexValue, patch: Patch): Promise<Stored<T> | null> {
    const { filter, sort } = listingOf(this.#spec, index, equals, { to: upTo });
    const update = updateOf(this.#spec, patch, randomUUID());
    return this.#ask(async () => {
      const taken = await this.#collection.findOneAndUpdate(filter, update, { sort, returnDocument: 'after' });
      return taken && toStored<T>(taken);
    });
  }

  async remove(id: string): Promise<boolean> {
    const _id = requireId(id);
    const removeOne = async () => (await this.#collection.deleteOne({ _id })).deletedCount > 0;
    return this.#ask(async () => {
      try {
        return await removeOne();
      } catch (error) {
        if (!isAnswerLost(error)) throw error;
        return await removeOne();
      }
    });
  }

  /**
   * Saves, and once more where the answer was lost: the driver itself does so only on replica sets. What the second try
   * finds in its way may be what the first one saved.
   */
  async #save(document: StoredDocument, attempt: () => Promise<boolean>): Promise<boolean> {
    try {
      return await this.#ask(attempt);
    } catch (error) {
      if (!(error instanceof StoreUnavailable && isAnswerLost(error.cause))) throw error;
    }
    try {
      return await this.#ask(async () => (await attempt()) || (await this.#isThere(document)));
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      throw new StoreUnavailable(error.message, { cause: error.cause, mayBeSaved: true });
    }
  }

  async #isThere({ _id, writeId }: StoredDocument): Promise<boolean> {
    return (await this.#model.countDocuments({ _id, writeId })) > 0;
  }

  async #ask<R>(question: () => Promise<R>): Promise<R> {
    this.#requireOpen();
    try {
      return await question();
    } catch (error) {
      throw asStoreError(error);
    }
  }

  #document(id: string, version: number, value: T): StoredDocument {
    requirePlainData(value, this.#spec.name);
    for (const field of Object.keys(this.#spec.fields)) fieldOf(this.#spec, field, value);
    return { _id: requireId(id), version, writeId: randomUUID(), value };
  }
}

function toStored<T extends object>({ _id, version, value }: StoredDocument): Stored<T> {
  return { id: _id, version, value: value as T };
}
