import type { CollectionSpec, IndexSpec } from '../../ports/documents.ts';
import { fieldOf } from '../collection-spec.ts';
import { readDocument } from './document-text.ts';
import type { Bindable } from './drivers.ts';
import type { Database } from './shim.ts';

const COLUMN_TYPES = { string: 'TEXT', number: 'REAL', date: 'INTEGER' } as const;
const ROWS_AT_ONCE = 500;

const FIELD_PREFIX = 'field_';

/** The column that holds an index field; prefixed, since a field may be called `id` too. */
export function column(field: string): string {
  return `${FIELD_PREFIX}${field}`;
}

/**
 * Brings a collection's table to its spec: `id`, `version`, `doc` (JSON) and one column for each index field. These are
 * copies out of `doc`, so that a column which is new or of another type is filled again, and one that is gone is dropped.
 *
 * @throws Duplicate when a new unique index meets documents that collide
 */
export function prepareTable(database: Database, spec: CollectionSpec): void {
  database.transact(() => {
    database.exec(
      `CREATE TABLE IF NOT EXISTS "${spec.name}" (id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, doc TEXT NOT NULL)`,
    );
    const wanted = columnsOf(spec);
    const present = presentColumns(database, spec);
    const stale = [...present].filter(([name, type]) => wanted.get(name) !== type);
    const missing = [...wanted].filter(([name, type]) => present.get(name) !== type);
    // A column can only go when no index uses it; those that are still wanted come back below.
    dropIndexes(database, spec, stale.length > 0 ? [] : spec.indexes);
    for (const [name] of stale) database.exec(`ALTER TABLE "${spec.name}" DROP COLUMN "${name}"`);
    for (const [name, type] of missing) database.exec(`ALTER TABLE "${spec.name}" ADD COLUMN "${name}" ${type}`);
    if (missing.length > 0) refill(database, spec);
    for (const index of spec.indexes) database.exec(createIndex(spec, index));
  });
}

/** The values of the index columns, in the order of the spec's fields; dates in milliseconds. */
export function columnValues(spec: CollectionSpec, document: object): Bindable[] {
  return Object.keys(spec.fields).map((field) => toColumn(fieldOf(spec, field, document)));
}

export function toColumn(value: string | number | Date | null): Bindable {
  return typeof value === 'object' && value !== null ? value.getTime() : value;
}

/** Only documents that have all of the fields are in an index, so that missing ones neither collide nor are listed. */
export function isIndexed(index: IndexSpec): string {
  return index.on.map((field) => `"${column(field)}" IS NOT NULL`).join(' AND ');
}

function createIndex({ name }: CollectionSpec, index: IndexSpec): string {
  const columns = index.on.map((field) => `"${column(field)}"`);
  // A unique index needs no id to be in order.
  const ordered = index.unique ? columns : [...columns, 'id'];
  const kind = index.unique ? 'UNIQUE INDEX' : 'INDEX';
  return `CREATE ${kind} IF NOT EXISTS "${name}_${index.name}" ON "${name}" (${ordered.join(', ')}) WHERE ${isIndexed(index)}`;
}

function columnsOf({ fields }: CollectionSpec): Map<string, string> {
  return new Map(Object.entries(fields).map(([field, type]) => [column(field), COLUMN_TYPES[type]]));
}

function presentColumns(database: Database, { name }: CollectionSpec): Map<string, string> {
  const rows = database.all('SELECT name, type FROM pragma_table_info(?)', [name]);
  const columns = rows.map((row) => [String(row['name']), String(row['type'])] as const);
  return new Map(columns.filter(([columnName]) => columnName.startsWith(FIELD_PREFIX)));
}

/** Drops every index of the table that is not made just as one of `kept`. */
function dropIndexes(database: Database, spec: CollectionSpec, kept: readonly IndexSpec[]): void {
  const wanted = new Set<unknown>(kept.map((index) => createIndex(spec, index).replace(' IF NOT EXISTS', '')));
  const present = database.all(
    "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
    [spec.name],
  );
  for (const index of present) {
    if (!wanted.has(index['sql'])) database.exec(`DROP INDEX "${index['name']}"`);
  }
}

function refill(database: Database, spec: CollectionSpec): void {
  const assignments = Object.keys(spec.fields).map((field) => `"${column(field)}" = ?`);
  const update = `UPDATE "${spec.name}" SET ${assignments.join(', ')} WHERE id = ?`;
  const next = `SELECT id, doc FROM "${spec.name}" WHERE id > ? ORDER BY id LIMIT ${ROWS_AT_ONCE}`;
  for (let rows = database.all(next, ['']); rows.length > 0; rows = database.all(next, [String(rows.at(-1)?.['id'])])) {
    for (const row of rows) {
      database.run(update, [...columnValues(spec, readDocument(String(row['doc']))), String(row['id'])]);
    }
  }
}
