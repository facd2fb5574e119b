/**
 * Versioned documents with declared indexes: the whole of what the product asks of a database. No query or update
 * language crosses this port; changes are pure functions saved by compare-and-set on `version`.
 */
export interface DocumentStore {
  /**
   * Opens a collection, creating its table and indexes where they are missing. A store that cannot be reached yet does
   * so as soon as it can; until then the collection's methods throw `StoreUnavailable`.
   */
  collection<T extends object>(spec: CollectionSpec): Promise<Documents<T>>;
  /** Resolves when every collection is open and a read was answered in time; throws `StoreUnavailable` otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface CollectionSpec {
  readonly name: string;
  /** The top-level scalar fields that indexes are made of: of this type in every document, or missing, or null. */
  readonly fields: Readonly<Record<string, 'string' | 'number' | 'date'>>;
  readonly indexes: readonly IndexSpec[];
}

/** Holds the documents that have all of its fields; the others are neither listed, counted nor taken by it. */
export interface IndexSpec {
  readonly name: string;
  /** Field names in order; every list is sorted by them and then by id. */
  readonly on: readonly string[];
  /** No two documents may have the same values; a document where one of them is missing never collides. */
  readonly unique?: true;
}

export type IndexValue = string | number | Date;

export interface Stored<T> {
  readonly id: string;
  /** 1 when inserted, one more at each change. */
  readonly version: number;
  /** Plain data: strings, finite numbers, booleans, null, valid dates, arrays and objects of these. */
  readonly value: T;
}

/** Inclusive, of the index field that follows the ones given as equal. */
export interface Bounds {
  readonly from?: IndexValue;
  readonly to?: IndexValue;
}

export interface Range extends Bounds {
  readonly limit?: number;
  readonly descending?: true;
}

/** What `take` changes in the document it claims: top-level fields to set (null removes) and to count up (missing is 0). */
export interface Patch {
  readonly set: Readonly<Record<string, IndexValue | boolean | null>>;
  readonly increment?: readonly string[];
}

export interface Documents<T extends object> {
  /** @throws Duplicate when the id or a unique index is taken */
  insert(id: string, value: T): Promise<Stored<T>>;
  get(id: string): Promise<Stored<T> | null>;
  /** In no particular order; unknown ids are left out. */
  getMany(ids: readonly string[]): Promise<Stored<T>[]>;
  /** Documents whose first index fields equal `equals`, in the index's order. */
  list(index: string, equals: readonly IndexValue[], range?: Range): Promise<Stored<T>[]>;
  /** How many `list` would answer with. */
  count(index: string, equals: readonly IndexValue[], bounds?: Bounds): Promise<number>;
  /** All documents by id, so many of them that come after this id; null begins with the first. */
  page(after: string | null, limit: number): Promise<Stored<T>[]>;
  /**
   * Saves only if the stored version is still `version`; null when it is not, or the document is gone.
   *
   * @throws Duplicate when a unique index is taken
   */
  replace(id: string, version: number, value: T): Promise<Stored<T> | null>;
  /**
   * Atomically patches and returns the first document by the index field after `equals` that is at most `upTo`;
   * null when there is none. Two takers never get the same one as long as the patch moves it past `upTo`.
   */
  take(index: string, equals: readonly IndexValue[], upTo: IndexValue, patch: Patch): Promise<Stored<T> | null>;
  /** True when there was something to remove. */
  remove(id: string): Promise<boolean>;
}

/** The id, or a value of a unique index, is already there. */
export class Duplicate extends Error {
  override readonly name = 'Duplicate';
}

/** The store cannot be read or written now: down, full, read-only or locked. Nothing was saved, unless `mayBeSaved`. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  readonly retryable = true;
  /** The store was lost between being asked to save and answering, so that nobody knows. */
  readonly mayBeSaved: boolean;

  constructor(message: string, { mayBeSaved = false, ...options }: ErrorOptions & { mayBeSaved?: boolean } = {}) {
    super(message, options);
    this.mayBeSaved = mayBeSaved;
  }
}

/** What is stored is damaged, made by a newer release, or refused to us: an operator has to act before it can serve. */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable';
  readonly retryable = false;
}
