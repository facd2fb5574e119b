import { isDate } from 'node:util/types';
import type { CollectionSpec, IndexSpec, IndexValue } from '../ports/documents.ts';
import { hasHalfSurrogate } from './plain-data.ts';

const NAME = /^[a-z][A-Za-z0-9]*$/;

/** Refuses a spec that no store could keep: odd names, and indexes on fields that are not declared. @throws TypeError */
export function requireSoundSpec({ name, fields, indexes }: CollectionSpec): void {
  for (const given of [name, ...Object.keys(fields), ...indexes.map((index) => index.name)]) {
    if (!NAME.test(given)) throw new TypeError(`${name}: "${given}" is no name for a collection, field or index.`);
  }
  for (const index of indexes) {
    if (index.on.length === 0) throw new TypeError(`${name}: the index ${index.name} has no fields.`);
    for (const field of index.on) {
      if (!Object.hasOwn(fields, field))
        throw new TypeError(`${name}: the index ${index.name} needs the field ${field}.`);
    }
  }
}

/** @throws TypeError when the spec has no such index */
export function indexNamed({ name, indexes }: CollectionSpec, wanted: string): IndexSpec {
  const index = indexes.find((candidate) => candidate.name === wanted);
  if (index === undefined) throw new TypeError(`${name} has no index ${wanted}.`);
  return index;
}

/** The value that a document has for an index field; null when it is missing. @throws TypeError when its type is another */
export function fieldOf(spec: CollectionSpec, field: string, document: object): IndexValue | null {
  const value: unknown = Object.hasOwn(document, field) ? document[field as keyof typeof document] : null;
  return value === null ? null : requireFieldValue(spec, field, value);
}

/** @throws TypeError when the value is not of the field's declared type */
export function requireFieldValue({ name, fields }: CollectionSpec, field: string, value: unknown): IndexValue {
  const type = fields[field];
  const fits = type === 'date' ? isDate(value) && !Number.isNaN(value.getTime()) : typeof value === type;
  if (!fits || Number.isNaN(value)) throw new TypeError(`${name}.${field} must be a ${type}.`);
  if (typeof value === 'string' && !isKey(value))
    throw new TypeError(`${name}.${field} must be a text without NUL characters and half surrogate pairs.`);
  return value as IndexValue;
}

/** @throws TypeError when the stores would not tell it from another id */
export function requireId(id: string): string {
  if (typeof id !== 'string' || id === '' || !isKey(id))
    throw new TypeError('An id must be a text with something in it, without NUL characters and half surrogate pairs.');
  return id;
}

function isKey(text: string): boolean {
  return !text.includes('\0') && !hasHalfSurrogate(text);
}
