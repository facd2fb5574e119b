import type { Patch } from '../../ports/documents.ts';

/** The document with the patch's fields set, removed where null, and counted up from 0 where missing. */
export function patched(document: object, { set, increment = [] }: Patch): object {
  const fields = new Map<string, unknown>(Object.entries(document));
  for (const [field, value] of Object.entries(set)) {
    if (value === null) fields.delete(field);
    else fields.set(field, value);
  }
  for (const field of increment) {
    const count = fields.get(field) ?? 0;
    if (typeof count !== 'number') throw new TypeError(`${field} is no number that could be counted up.`);
    fields.set(field, count + 1);
  }
  return Object.fromEntries(fields);
}
