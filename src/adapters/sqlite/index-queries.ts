import type { Bounds, CollectionSpec, IndexSpec, IndexValue, Range } from '../../ports/documents.ts';
import { indexNamed, requireFieldValue } from '../collection-spec.ts';
import type { Bindable } from './drivers.ts';
import { column, isIndexed, toColumn } from './tables.ts';

export interface Query {
  readonly sql: string;
  readonly values: readonly Bindable[];
}

/** Rows of an index in its order. @throws TypeError when a value does not fit its field, or there is no such index */
export function listQuery(spec: CollectionSpec, name: string, equals: readonly IndexValue[], range: Range): Query {
  const index = indexNamed(spec, name);
  const { where, values } = condition(spec, index, equals, range);
  const direction = range.descending ? 'DESC' : 'ASC';
  const order = [...index.on.map((field) => `"${column(field)}"`), ...(index.unique ? [] : ['id'])];
  return {
    sql: `SELECT id, version, doc FROM "${spec.name}" WHERE ${where} ORDER BY ${order.map((by) => `${by} ${direction}`).join(', ')} LIMIT ?`,
    values: [...values, limitOf(range)],
  };
}

export function countQuery(spec: CollectionSpec, name: string, equals: readonly IndexValue[], bounds: Bounds): Query {
  const { where, values } = condition(spec, indexNamed(spec, name), equals, bounds);
  return { sql: `SELECT count(*) AS total FROM "${spec.name}" WHERE ${where}`, values };
}

function condition(spec: CollectionSpec, index: IndexSpec, equals: readonly IndexValue[], { from, to }: Bounds) {
  const terms = [isIndexed(index)];
  const values: Bindable[] = [];
  const compare = (position: number, operator: '=' | '>=' | '<=', value: IndexValue) => {
    const field = index.on[position];
    if (field === undefined) throw new TypeError(`${spec.name}: the index ${index.name} has no field ${position + 1}.`);
    terms.push(`"${column(field)}" ${operator} ?`);
    values.push(toColumn(requireFieldValue(spec, field, value)));
  };
  equals.forEach((value, position) => {
    compare(position, '=', value);
  });
  if (from !== undefined) compare(equals.length, '>=', from);
  if (to !== undefined) compare(equals.length, '<=', to);
  return { where: terms.join(' AND '), values };
}

/** SQLite reads a negative limit as none. */
function limitOf({ limit = -1 }: Range): number {
  if (!Number.isInteger(limit) || limit < -1) throw new TypeError('A limit must be a whole number.');
  return limit;
}
