/**
 * The characters that a match of an expression can begin with, or null for any: a cheap reason not to try it. Knows the
 * part of the syntax that tables use: groups, alternatives, classes of single characters, `\d`, and `?` and `*`.
 */
export function firstCharacters(source: string): ReadonlySet<string> | null {
  const { first, isAny } = alternatives(source, 0);
  return isAny || first.has('') ? null : first;
}

/** `first` has the empty string where the expression can match nothing. */
interface Firsts {
  readonly first: Set<string>;
  readonly isAny: boolean;
  readonly end: number;
}

function alternatives(source: string, from: number): Firsts {
  const first = new Set<string>();
  let isAny = false;
  let at = from;
  for (;;) {
    const one = sequence(source, at);
    for (const character of one.first) first.add(character);
    isAny ||= one.isAny;
    at = one.end;
    if (source[at] !== '|') return { first, isAny, end: at };
    at += 1;
  }
}

function sequence(source: string, from: number): Firsts {
  const first = new Set<string>();
  let isAny = false;
  let isOpen = true;
  let at = from;
  while (at < source.length && source[at] !== '|' && source[at] !== ')') {
    const atom = oneAtom(source, at);
    const [repeat = ''] = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(source.slice(atom.end, atom.end + 8)) ?? [];
    at = atom.end + repeat.length;
    if (!isOpen) continue;
    for (const character of atom.first) if (character !== '') first.add(character);
    isAny ||= atom.isAny;
    isOpen = atom.first.has('') || /^(?:[?*]|\{0)/.test(repeat);
  }
  if (isOpen) first.add('');
  return { first, isAny, end: at };
}

function oneAtom(source: string, at: number): Firsts {
  const rest = source.slice(at, at + 40);
  const group = /^\((?:\?:|\?<\w+>)/.exec(rest);
  if (group) {
    const inner = alternatives(source, at + group[0].length);
    return { ...inner, end: inner.end + 1 };
  }
  if (rest.startsWith('(?')) {
    const inner = alternatives(source, at + (/^\(\?<?[=!]/.exec(rest)?.[0].length ?? 2));
    return { first: new Set(['']), isAny: false, end: inner.end + 1 };
  }
  const klass = /^\[([^\]^\\-]+|0-9|[^\]^\\]*?)\]/u.exec(rest);
  if (klass && !/.-./u.test(klass[1] ?? ''))
    return { first: new Set(klass[1]), isAny: false, end: at + klass[0].length };
  const range = /^\[(?:[^\]\\]|\\.)+\]/u.exec(rest);
  if (range) {
    const digits = [...'0123456789'].filter((digit) => new RegExp(range[0], 'u').test(digit));
    const isDigits = /^\[(?:\d|-)+\]$/.test(range[0]);
    return { first: new Set(digits), isAny: !isDigits, end: at + range[0].length };
  }
  if (rest.startsWith('\\d')) return { first: new Set('0123456789'), isAny: false, end: at + 2 };
  const escaped = /^\\(?:[pP]\{\w+\}|.)/u.exec(rest);
  if (escaped) {
    const isPlain = /^\\[^\w]/u.test(escaped[0]);
    return { first: new Set(isPlain ? [escaped[0].slice(1)] : []), isAny: !isPlain, end: at + escaped[0].length };
  }
  const [character = ''] = rest;
  return { first: new Set([character]), isAny: character === '.', end: at + character.length };
}
