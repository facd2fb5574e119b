/**
 * The first two characters that a match of an expression can begin with: a cheap reason not to try it. A kind of
 * character is a letter from a to z, `0` for digits, a space, `.` for other ASCII, or `*` for what is not told apart.
 */
export class Beginnings {
  private readonly possible = new Uint8Array(KINDS.length * KINDS.length);

  constructor(source: string) {
    for (const prefix of alternatives(source, 0).prefixes) {
      const [first = ANY, second = ANY] = prefix;
      for (const one of first === ANY ? KINDS : [first, ANY]) {
        for (const other of second === ANY ? KINDS : [second, ANY]) this.possible[indexOf(one, other)] = 1;
      }
    }
  }

  /** @param key from `keyAt` */
  allow(key: number): boolean {
    return this.possible[key] === 1;
  }
}

const ANY = '*';
const KINDS = [...'abcdefghijklmnopqrstuvwxyz0 .', ANY];
const ASCII = 128;
const kindNumbers = Uint8Array.from({ length: ASCII }, (_, code) => KINDS.indexOf(kindOf(String.fromCharCode(code))));

/** What stands at an offset of a text in lower case, as `allow` wants it. */
export function keyAt(text: string, at: number): number {
  return numberAt(text, at) * KINDS.length + numberAt(text, at + 1);
}

function numberAt(text: string, at: number): number {
  return kindNumbers[text.charCodeAt(at)] ?? KINDS.length - 1;
}

function indexOf(first: string, second: string): number {
  return KINDS.indexOf(first) * KINDS.length + KINDS.indexOf(second);
}

function kindOf(character: string): string {
  if (/[a-z]/.test(character)) return character;
  if (/\d/.test(character)) return '0';
  if (/\s/.test(character)) return ' ';
  return character < '\x80' ? '.' : ANY;
}

/** Prefixes of at most two kinds; a shorter one is a whole match. `end` is where the part of the source ends. */
interface Part {
  readonly prefixes: ReadonlySet<string>;
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

function sequence(source: string, from: number): Part {
  let prefixes: ReadonlySet<string> = new Set(['']);
  let at = from;
  while (at < source.length && source[at] !== '|' && source[at] !== ')') {
    const atom = oneAtom(source, at);
    const repeat = /^(?:[?*+]|\{\d+(?:,\d*)?\})/.exec(source.slice(atom.end, atom.end + 8))?.[0] ?? '';
    at = atom.end + repeat.length + (repeat && source[atom.end + repeat.length] === '?' ? 1 : 0);
    prefixes = joined(prefixes, repeated(atom.prefixes, repeat));
  }
  return { prefixes, end: at };
}

function repeated(one: ReadonlySet<string>, repeat: string): ReadonlySet<string> {
  if (repeat === '') return one;
  const many = repeat === '?' ? one : new Set([...one, ...joined(one, one)]);
  return /^(?:[?*]|\{0)/.test(repeat) ? new Set([...many, '']) : many;
}

function joined(first: ReadonlySet<string>, second: ReadonlySet<string>): ReadonlySet<string> {
  const both = new Set<string>();
  for (const one of first) {
    if (one.length === 2) both.add(one);
    else for (const other of second) both.add((one + other).slice(0, 2));
  }
  return both;
}

function oneAtom(source: string, at: number): Part {
  const rest = source.slice(at, at + 60);
  const look = /^\(\?<?[=!]/.exec(rest);
  if (look) return { prefixes: new Set(['']), end: alternatives(source, at + look[0].length).end + 1 };
  const group = /^\((?:\?:|\?<\w+>)?/.exec(rest);
  if (group) {
    const inner = alternatives(source, at + group[0].length);
    return { ...inner, end: inner.end + 1 };
  }
  const characters = /^(?:\[(?:[^\]\\]|\\.)+\]|\\[pP]\{\w+\}|\\.|[\s\S])/u.exec(rest)?.[0] ?? '';
  return { prefixes: characters === '\\b' ? new Set(['']) : kindsIn(characters), end: at + characters.length };
}

/** The kinds of the characters that a class, an escape or a single character stands for. */
function kindsIn(characters: string): ReadonlySet<string> {
  const known = kindsOf.get(characters) ?? findKinds(characters);
  kindsOf.set(characters, known);
  return known;
}

const kindsOf = new Map<string, ReadonlySet<string>>();

function findKinds(characters: string): ReadonlySet<string> {
  const one = new RegExp(`^(?:${characters})$`, 'u');
  const kinds = new Set<string>();
  for (let code = 0; code < ASCII; code += 1) {
    const character = String.fromCharCode(code);
    if (one.test(character)) kinds.add(kindOf(character));
  }
  const isBeyondAscii = /[^\0-\x7F]|\\[pPsSDW]|\[\^|^\.$/u.test(characters);
  return isBeyondAscii ? kinds.add(ANY) : kinds;
}
