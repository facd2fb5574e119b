import { LRUCache } from 'lru-cache';
import type { Bounds, CollectionSpec, Documents, IndexValue, Patch, Range, Stored } from '../../ports/documents.ts';
import { requireId } from '../collection-spec.ts';
import { requirePlainData } from '../plain-data.ts';
import { readDocument, writeDocument } from './document-text.ts';
import type { Bindable, Row } from './drivers.ts';
import type { GroupCommit } from './group-commit.ts';
import { countQuery, listQuery } from './index-queries.ts';
import { patched } from './patched.ts';
import type { Database } from './shim.ts';
import { column, columnValues } from './tables.ts';

const MOST_PARSED = 500;

/** One file, opened twice: what is read was committed before, whatever is being written. */
export interface Connections {
  readonly writing: Database;
  readonly reading: Database;
  readonly group: GroupCommit;
}

/** The documents of one prepared table. */
export class SqliteDocuments<T extends object> implements Documents<T> {
  readonly #writing: Database;
  readonly #reading: Database;
  readonly #group: GroupCommit;
  readonly #spec: CollectionSpec;
  /** What was read last: parsing a document costs far more than reading it, and most are read often between changes. */
  readonly #parsed = new LRUCache<string, { readonly text: string; readonly value: T }>({ max: MOST_PARSED });
  readonly #sql: Readonly<Record<'insert' | 'get' | 'getMany' | 'page' | 'replace' | 'remove', string>>;

  constructor({ writing, reading, group }: Connections, spec: CollectionSpec) {
    this.#writing = writing;
    this.#reading = reading;
    this.#group = group;
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
    const values = [requireId(id), ...this.#encode(value)];
    await this.#group.run(() => this.#writing.run(this.#sql.insert, values));
    return { id, version: 1, value };
  }

  async get(id: string): Promise<Stored<T> | null> {
    return this.#first(await this.#read(this.#sql.get, [id]));
  }

  async getMany(ids: readonly string[]): Promise<Stored<T>[]> {
    return (await this.#read(this.#sql.getMany, [JSON.stringify(ids)])).map((row) => this.#decode(row));
  }

  async list(index: string, equals: readonly IndexValue[], range: Range = {}): Promise<Stored<T>[]> {
    const { sql, values } = listQuery(this.#spec, index, equals, range);
    return (await this.#read(sql, values)).map((row) => this.#decode(row));
  }

  async count(index: string, equals: readonly IndexValue[], bounds: Bounds = {}): Promise<number> {
    const { sql, values } = countQuery(this.#spec, index, equals, bounds);
    return Number((await this.#read(sql, values))[0]?.['total']);
  }

  async page(after: string | null, limit: number): Promise<Stored<T>[]> {
    return (await this.#read(this.#sql.page, [after ?? '', limit])).map((row) => this.#decode(row));
  }

  async replace(id: string, version: number, value: T): Promise<Stored<T> | null> {
    const values = this.#encode(value);
    return this.#group.run(() => this.#save(id, version, value, values));
  }

  async take(index: string, equals: readonly IndexValue[], upTo: IndexValue, patch: Patch): Promise<Stored<T> | null> {
    const { sql, values } = listQuery(this.#spec, index, equals, { to: upTo, limit: 1 });
    if (this.#reading.all(sql, values).length === 0) return null;
    return this.#group.run(() => {
      const first = this.#first(this.#writing.all(sql, values));
      if (!first) return null;
      const value = patched(first.value, patch) as T;
      return this.#save(first.id, first.version, value, this.#encode(value));
    });
  }

  async remove(id: string): Promise<boolean> {
    return this.#group.run(() => this.#writing.run(this.#sql.remove, [id]) > 0);
  }

  /** What a commit that is still on its way to the disk has changed, is told when it is there. */
  async #read(sql: string, values: readonly Bindable[]): Promise<Row[]> {
    const rows = this.#reading.all(sql, values);
    await this.#group.flushed();
    return rows;
  }

  #save(id: string, version: number, value: T, values: readonly Bindable[]): Stored<T> | null {
    const saved = this.#writing.run(this.#sql.replace, [...values, id, version]) > 0;
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
