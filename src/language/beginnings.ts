/**
 * The first few characters that a match of an expression can begin with: a cheap reason not to try it. Characters are
 * told apart by kind: letters from a to z, digits, space, other ASCII, and all beyond.
 */
export class Beginnings {
  private readonly possible: readonly (readonly number[])[];

  constructor(source: string) {
    this.possible = Array.from(alternatives(source, 0).prefixes, (prefix) =>
      Array.from(prefix, (set) => sets[set.charCodeAt(0)] ?? 0),
    );
  }

  /** @param key from `keyAt` */
  allow(key: number): boolean {
    return this.possible.some((prefix) =>
      prefix.every((kinds, at) => kinds & (1 << ((key >> (KIND_BITS * at)) & LAST))),
    );
  }
}

/** So many characters are looked at. */
const DEPTH = 4;
const KIND_BITS = 5;
const LAST = (1 << KIND_BITS) - 1;

const LETTERS = 26;
const [DIGIT, SPACE, OTHER, BEYOND] = [LETTERS, LETTERS + 1, LETTERS + 2, LETTERS + 3] as const;
const ASCII = 128;
const kindNumbers = Uint8Array.from({ length: ASCII }, (_, code) => kindOf(String.fromCharCode(code)));

/** What stands at an offset of a text in lower case, as `allow` wants it. */
export function keyAt(text: string, at: number): number {
  let key = 0;
  for (let ahead = DEPTH - 1; ahead >= 0; ahead -= 1) {
    key = (key << KIND_BITS) | (kindNumbers[text.charCodeAt(at + ahead)] ?? BEYOND);
  }
  return key;
}

function kindOf(character: string): number {
  if (/[a-z]/.test(character)) return character.charCodeAt(0) - 97;
  if (/\d/.test(character)) return DIGIT;
  return /\s/.test(character) ? SPACE : OTHER;
}

/** Sets of kinds, as bits. */
const sets: number[] = [];

/** Of at most `DEPTH` characters, each the index of one of `sets`; a shorter one is a whole match. */
type Prefixes = ReadonlySet<string>;

const EMPTY: Prefixes = new Set(['']);

/** `end` is where the part of the source ends. */
interface Part {
  readonly prefixes: Prefixes;
  readonly end: number;
}

function alternatives(source: string, from: number): Part {
  const prefixes = new Set<string>();
  for (let at = from; ; at += 1) {
    const one = sequence(source, at);
    for (const prefix of one.prefixes) prefixes.add(prefix);
    at = one.end;
    if (source[at] !== '|') return { prefixes, end: at };
  }
}

const REPEAT = /^(?:([?*+])|\{(\d+)(,?)(\d*)\})\??/;

function sequence(source: string, from: number): Part {
  let prefixes = EMPTY;
  let at = from;
  while (at < source.length && source[at] !== '|' && source[at] !== ')') {
    const atom = oneAtom(source, at);
    const repeat = REPEAT.exec(source.slice(atom.end, atom.end + 8));
    prefixes = joined(prefixes, repeat ? repeated(atom.prefixes, ...timesIn(repeat)) : atom.prefixes);
    at = atom.end + (repeat?.[0].length ?? 0);
  }
  return { prefixes, end: at };
}

/** How often an atom stands at least and at most. */
function timesIn([, symbol, counted = '', comma, upTo]: RegExpExecArray): [number, number] {
  if (symbol) return [symbol === '+' ? 1 : 0, symbol === '?' ? 1 : DEPTH];
  return [Number(counted), comma ? Number(upTo || DEPTH) : Number(counted)];
}

function repeated(one: Prefixes, least: number, most: number): Prefixes {
  const all = new Set<string>();
  let several = EMPTY;
  for (let count = 0; count <= Math.min(most, DEPTH); count += 1) {
    if (count >= Math.min(least, DEPTH)) for (const prefix of several) all.add(prefix);
    several = joined(several, one);
  }
  return all;
}

function joined(first: Prefixes, second: Prefixes): Prefixes {
  const both = new Set<string>();
  for (const one of first) {
    if (one.length === DEPTH) both.add(one);
    else for (const other of second) both.add((one + other).slice(0, DEPTH));
  }
  return both;
}

const BRACKET = /\[(?:[^\]\\]|\\.)+\]|\\.|[()]/gsu;

/** Where the group ends that begins at an offset, behind its closing bracket. */
function endOfGroup(source: string, from: number): number {
  let depth = 0;
  BRACKET.lastIndex = from;
  for (let match = BRACKET.exec(source); match; match = BRACKET.exec(source)) {
    if (match[0] === '(') depth += 1;
    else if (match[0] === ')') depth -= 1;
    if (depth === 0) return BRACKET.lastIndex;
  }
  return source.length;
}

/** The words of a slot stand in many expressions. */
const groups = new Map<string, Prefixes>();

function prefixesOfGroup(inner: string): Prefixes {
  const known = groups.get(inner) ?? alternatives(inner, 0).prefixes;
  groups.set(inner, known);
  return known;
}

function oneAtom(source: string, at: number): Part {
  const rest = source.slice(at, at + 60);
  const look = /^\(\?<?[=!]/.exec(rest);
  if (look) return { prefixes: EMPTY, end: endOfGroup(source, at) };
  const group = /^\((?:\?:|\?<\w+>)?/.exec(rest);
  if (group) {
    const end = endOfGroup(source, at);
    return { prefixes: prefixesOfGroup(source.slice(at + group[0].length, end - 1)), end };
  }
  const characters = /^(?:\[(?:[^\]\\]|\\.)+\]|\\[pP]\{\w+\}|\\.|[\s\S])/u.exec(rest)?.[0] ?? '';
  return { prefixes: characters === '\\b' ? EMPTY : kindsIn(characters), end: at + characters.length };
}

/** The kinds of the characters that a class, an escape or a single character stands for. */
function kindsIn(characters: string): Prefixes {
  const known = kindsOf.get(characters) ?? new Set([String.fromCharCode(sets.push(findKinds(characters)) - 1)]);
  kindsOf.set(characters, known);
  return known;
}

const kindsOf = new Map<string, Prefixes>();

function findKinds(characters: string): number {
  const one = new RegExp(`^(?:${characters})$`, 'u');
  let kinds = 0;
  for (let code = 0; code < ASCII; code += 1) {
    if (one.test(String.fromCharCode(code))) kinds |= 1 << (kindNumbers[code] ?? BEYOND);
  }
  const isBeyondAscii = /[^\0-\x7F]|\\[pPsSDW]|\[\^|^\.$/u.test(characters);
  return isBeyondAscii ? kinds | (1 << BEYOND) : kinds;
}
