import { isDate } from 'node:util/types';

/**
 * Plain data as JSON. A date becomes `{"$date": "<ISO 8601, UTC>"}`; a key of the document's own that begins with `$`
 * gets another one, so that no document can pass for a date.
 *
 * @param document checked by `requirePlainData`
 */
export function writeDocument(document: object): string {
  return JSON.stringify(withoutDates(document));
}

/** What `writeDocument` was given. */
export function readDocument(text: string): object {
  return withDates(JSON.parse(text)) as object;
}

function withoutDates(node: unknown): unknown {
  if (typeof node !== 'object' || node === null) return node;
  if (isDate(node)) return { $date: node.toISOString() };
  if (Array.isArray(node)) return node.map(withoutDates);
  return mapEntries(node, (key, value) => [key.startsWith('$') ? `$${key}` : key, withoutDates(value)]);
}

function withDates(node: unknown): unknown {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map(withDates);
  if (Object.hasOwn(node, '$date')) return new Date((node as { $date: string }).$date);
  return mapEntries(node, (key, value) => [key.startsWith('$') ? key.slice(1) : key, withDates(value)]);
}

/** `fromEntries` defines its keys, so that one named `__proto__` is a key like any other. */
function mapEntries(node: object, change: (key: string, value: unknown) => [string, unknown]): object {
  return Object.fromEntries(Object.entries(node).map(([key, value]) => change(key, value)));
}
