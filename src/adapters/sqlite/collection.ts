import { LRUCache } from 'lru-cache';
import type { CollectionSpec, Documents, IndexValue, Patch, Range, Stored } from '../../ports/documents.ts';
import { requireId } from '../collection-spec.ts';
import { requirePlainData } from '../plain-data.ts';
import { readDocument, writeDocument } from './document-text.ts';
import type { Bindable, Row } from './drivers.ts';
import { countQuery, listQuery } from './index-queries.ts';
import { patched } from './patched.ts';
import type { Database } from './shim.ts';
import { column, columnValues } from './tables.ts';

const MOST_PARSED = 500;

/**
 * The documents of one prepared table. SQLite answers at once; the methods are async as the port wants it, and so that
 * whatever they throw is a rejection.
 */
export class SqliteDocuments<T extends object> implements Documents<T> {
  readonly #database: Database;
  readonly #spec: CollectionSpec;
  /** What was read last: parsing a document costs far more than reading it, and most are read often between changes. */
  readonly #parsed = new LRUCache<string, { readonly text: string; readonly value: T }>({ max: MOST_PARSED });
  readonly #sql: Readonly<Record<'insert' | 'get' | 'getMany' | 'page' | 'replace' | 'remove', string>>;

  constructor(database: Database, spec: CollectionSpec) {
    this.#database = database;
    this.#spec = spec;
    const columns = Object.keys(spec.fields).map((field) => `"${column(field)}"`);
    const table = `"${spec.name}"`;
    this.#sql = {
      insert: `INSERT INTO ${table} (id, version, ${['doc', ...columns].join(', ')}) VALUES (?, 1, ?${', ?'.repeat(columns.length)})`,
      get: `SELECT id, version, doc FROM ${table} WHERE id = ?`,
      getMany: `SELECT id, version, doc FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
      page: `SELECT id, version, doc FROM ${table} WHERE id > ? ORDER BY id LIMIT ?`,
      replace: `UPDATE ${table} SET version = version + 1, ${['doc', ...columns].map((name) => `${name} = ?`).join(', ')} WHERE id = ? AND version = ?`,
      remove: `DELETE FROM ${table} WHERE id = ?`,
    };
  }

  async insert(id: string, value: T): Promise<Stored<T>> {
    this.#database.run(this.#sql.insert, [requireId(id), ...this.#encode(value)]);
    return { id, version: 1, value };
  }

  async get(id: string): Promise<Stored<T> | null> {
    return this.#first(this.#database.all(this.#sql.get, [id]));
  }

  async getMany(ids: readonly string[]): Promise<Stored<T>[]> {
    return this.#database.all(this.#sql.getMany, [JSON.stringify(ids)]).map((row) => this.#decode(row));
  }

  async list(index: string, equals: readonly IndexValue[], range: Range = {}): Promise<Stored<T>[]> {
    const { sql, values } = listQuery(this.#spec, index, equals, range);
    return this.#database.all(sql, values).map((row) => this.#decode(row));
  }

  async count(index: string, equals: readonly IndexValue[]): Promise<number> {
    const { sql, values } = countQuery(this.#spec, index, equals);
    return Number(this.#database.all(sql, values)[0]?.['total']);
  }

  async page(after: string | null, limit: number): Promise<Stored<T>[]> {
    return this.#database.all(this.#sql.page, [after ?? '', limit]).map((row) => this.#decode(row));
  }

  async replace(id: string, version: number, value: T): Promise<Stored<T> | null> {
    return this.#save(id, version, value);
  }

  async take(index: string, equals: readonly IndexValue[], upTo: IndexValue, patch: Patch): Promise<Stored<T> | null> {
    const { sql, values } = listQuery(this.#spec, index, equals, { to: upTo, limit: 1 });
    return this.#database.transact(() => {
      const first = this.#first(this.#database.all(sql, values));
      return first && this.#save(first.id, first.version, patched(first.value, patch) as T);
    });
  }

  async remove(id: string): Promise<boolean> {
    return this.#database.run(this.#sql.remove, [id]) > 0;
  }

  #save(id: string, version: number, value: T): Stored<T> | null {
    const saved = this.#database.run(this.#sql.replace, [...this.#encode(value), id, version]) > 0;
    return saved ? { id, version: version + 1, value } : null;
  }

  #encode(value: T): Bindable[] {
    requirePlainData(value, this.#spec.name);
    return [writeDocument(value), ...columnValues(this.#spec, value)];
  }

  #first(rows: readonly Row[]): Stored<T> | null {
    return rows[0] === undefined ? null : this.#decode(rows[0]);
  }

  #decode(row: Row): Stored<T> {
    const [id, text] = [String(row['id']), String(row['doc'])];
    const known = this.#parsed.get(id);
    const value = known?.text === text ? known.value : (frozen(readDocument(text)) as T);
    if (known?.value !== value) this.#parsed.set(id, { text, value });
    return { id, version: Number(row['version']), value };
  }
}

/** One value is handed to many readers, so nobody may change it. */
function frozen<V>(value: V): V {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
