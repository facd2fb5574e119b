import type { CollectionSpec, Patch } from '../../ports/documents.ts';
import { requireFieldValue } from '../collection-spec.ts';
import { requirePlainData } from '../plain-data.ts';
import { valuePath } from './schema.ts';

/** Anything else could be read as a path into the document, or as an operator. */
const FIELD = /^[A-Za-z_]\w*$/;

/** A patch in MongoDB's update operators. @throws TypeError when a field cannot hold what it is to be set to */
export function updateOf(spec: CollectionSpec, { set, increment = [] }: Patch, writeId: string) {
  const toSet: Record<string, unknown> = { writeId };
  const toUnset: Record<string, ''> = {};
  const toIncrement: Record<string, 1> = { version: 1 };
  for (const [field, value] of Object.entries(set)) {
    if (value === null) toUnset[patchedPath(spec, field)] = '';
    else toSet[patchedPath(spec, field)] = checked(spec, field, value);
  }
  for (const field of increment) {
    if ((spec.fields[field] ?? 'number') !== 'number')
      throw new TypeError(`${spec.name}.${field} is no number that could be counted up.`);
    toIncrement[patchedPath(spec, field)] = 1;
  }
  return { $set: toSet, $inc: toIncrement, ...(Object.keys(toUnset).length > 0 ? { $unset: toUnset } : {}) };
}

function patchedPath({ name }: CollectionSpec, field: string): string {
  if (!FIELD.test(field)) throw new TypeError(`${name} has no field "${field}" that could be patched.`);
  return valuePath(field);
}

function checked(spec: CollectionSpec, field: string, value: unknown): unknown {
  requirePlainData(value, `${spec.name}.${field}`);
  return Object.hasOwn(spec.fields, field) ? requireFieldValue(spec, field, value) : value;
}
