import { isDate } from 'node:util/types';

/** As deep as MongoDB lets documents be. */
const DEEPEST = 100;

/** Keys by which BSON libraries know values of types of their own. */
const TAKEN_KEYS = new Set(['_bsontype', '$ref']);

/**
 * Refuses what one of the stores would lose or change: undefined, numbers that are not finite, invalid dates, functions,
 * symbols, bigints, instances of classes, half surrogate pairs, keys with a NUL character or of BSON's own, and nesting
 * deeper than 100.
 *
 * @throws TypeError that names the path of the value, never the value itself
 */
export function requirePlainData(value: unknown, path = 'document', depth = 0): void {
  if (depth > DEEPEST) throw new TypeError(`${path} is nested too deeply to be stored.`);
  switch (typeof value) {
    case 'boolean':
      return;
    case 'string':
      if (hasHalfSurrogate(value)) throw new TypeError(`${path} has half a surrogate pair, which cannot be stored.`);
      return;
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${path} is not a finite number.`);
      return;
    case 'object':
      requirePlainObject(value, path, depth);
      return;
    default:
      throw new TypeError(`${path} is of type ${typeof value}, which cannot be stored.`);
  }
}

function requirePlainObject(value: object | null, path: string, depth: number): void {
  if (value === null) return;
  if (isDate(value)) {
    if (Number.isNaN(value.getTime())) throw new TypeError(`${path} is an invalid date.`);
    return;
  }
  if (Array.isArray(value)) {
    // By index, since an array's own methods pass over its holes.
    for (let i = 0; i < value.length; i += 1) requirePlainData(value[i], `${path}[${i}]`, depth + 1);
    return;
  }
  if (!isPlain(value)) throw new TypeError(`${path} is an instance of a class, which cannot be stored.`);
  for (const key in value) {
    if (!Object.hasOwn(value, key)) continue;
    if (TAKEN_KEYS.has(key) || key.includes('\0') || hasHalfSurrogate(key))
      throw new TypeError(`${path} has a key that cannot be stored: ${JSON.stringify(key)}.`);
    requirePlainData(value[key as keyof object], `${path}.${key}`, depth + 1);
  }
}

/** Encoded as UTF-8 it would become U+FFFD, and two different texts the same. */
export function hasHalfSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

/** True for `{}` of any realm and for objects without a prototype. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
