import { DateTime } from 'luxon';

/** The same data with `Date` for every `DateTime`, as the documents port takes it. */
export type Plain<T> = T extends DateTime ? Date : T extends object ? { readonly [K in keyof T]: Plain<T[K]> } : T;

export function plain(value: unknown): unknown {
  if (DateTime.isDateTime(value)) return value.toJSDate();
  return isStructured(value) ? mapped(value, plain) : value;
}

/** Instants come back in UTC. */
export function revived(value: unknown): unknown {
  if (value instanceof Date) return DateTime.fromJSDate(value, { zone: 'utc' });
  return isStructured(value) ? mapped(value, revived) : value;
}

/** A store may hand out one and the same document many times. */
const known = new WeakMap<object, unknown>();

/** The same for a document as the port handed it out: whoever reads it again gets what was made of it before. */
export function revivedDocument(document: object): unknown {
  const value = known.get(document) ?? revived(document);
  known.set(document, value);
  return value;
}

function isStructured(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}

function mapped(value: object, change: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(one)]));
}
