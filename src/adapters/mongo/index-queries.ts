import type { Bounds, CollectionSpec, IndexSpec, IndexValue, Range } from '../../ports/documents.ts';
import { indexNamed, requireFieldValue } from '../collection-spec.ts';
import { indexKeys, membership, valuePath } from './schema.ts';

export type Filter = Record<string, Record<string, unknown>>;
export type Sort = Record<string, 1 | -1>;

/** The documents of an index within bounds. @throws TypeError when a value does not fit its field */
export function filterOf(
  spec: CollectionSpec,
  index: IndexSpec,
  equals: readonly IndexValue[],
  { from, to }: Bounds = {},
): Filter {
  const filter: Filter = membership(spec, index);
  const compare = (position: number, operator: '$eq' | '$gte' | '$lte', value: IndexValue) => {
    const field = index.on[position];
    if (field === undefined) throw new TypeError(`${spec.name}: the index ${index.name} has no field ${position + 1}.`);
    const path = valuePath(field);
    filter[path] = { ...filter[path], [operator]: requireFieldValue(spec, field, value) };
  };
  equals.forEach((value, position) => {
    compare(position, '$eq', value);
  });
  if (from !== undefined) compare(equals.length, '$gte', from);
  if (to !== undefined) compare(equals.length, '$lte', to);
  return filter;
}

/** The index's own order, so that nothing has to be sorted. */
export function sortOf(index: IndexSpec, descending = false): Sort {
  return Object.fromEntries(indexKeys(index).map((key) => [key, descending ? -1 : 1]));
}

export interface Listing {
  readonly filter: Filter;
  readonly sort: Sort;
  /** Null for all. */
  readonly limit: number | null;
}

/** @throws TypeError when there is no such index, or a value or the limit does not fit */
export function listingOf(spec: CollectionSpec, name: string, equals: readonly IndexValue[], range: Range): Listing {
  const { limit = null, descending } = range;
  if (limit !== null && (!Number.isInteger(limit) || limit < 0)) throw new TypeError('A limit must be a whole number.');
  const index = indexNamed(spec, name);
  return { filter: filterOf(spec, index, equals, range), sort: sortOf(index, descending), limit };
}
