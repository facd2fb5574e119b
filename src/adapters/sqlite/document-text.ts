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
  const parsed = JSON.parse(text) as object;
  return text.includes('"$') ? (withDates(parsed) as object) : parsed;
}

function withoutDates(node: unknown): unknown {
  if (typeof node !== 'object' || node === null) return node;
  if (isDate(node)) return { $date: node.toISOString() };
  if (Array.isArray(node)) return node.map(withoutDates);
  return mapEntries(node, (key, value) => [key.startsWith('$') ? `$${key}` : key, withoutDates(value)]);
}

/** Changes what it is given, which nobody else has seen yet. */
function withDates(node: unknown): unknown {
  if (typeof node !== 'object' || node === null) return node;
  if (Object.hasOwn(node, '$date')) return new Date((node as { $date: string }).$date);
  const entries = Object.entries(node);
  if (entries.some(([key]) => key.startsWith('$'))) {
    return mapEntries(node, (key, value) => [key.startsWith('$') ? key.slice(1) : key, withDates(value)]);
  }
  for (const [key, value] of entries) {
    const dated = withDates(value);
    if (dated !== value) (node as Record<string, unknown>)[key] = dated;
  }
  return node;
}

/** `fromEntries` defines its keys, so that one named `__proto__` is a key like any other. */
function mapEntries(node: object, change: (key: string, value: unknown) => [string, unknown]): object {
  return Object.fromEntries(Object.entries(node).map(([key, value]) => change(key, value)));
}
