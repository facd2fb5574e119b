import { Beginnings, keyAt } from './beginnings.ts';
import { folded } from './folded.ts';
import type { Form, Language } from './grammar.ts';
import { sourceOf } from './pattern.ts';

/** Looks for one form of expression, or for several, in texts of one language. */
export interface Finder {
  /** Among the finders of its language. */
  readonly number: number;
  readonly expression: RegExp;
  readonly beginnings: Beginnings;
  /** Without it somewhere no text has a match. */
  readonly needs?: RegExp;
}

/** A text prepared for the finders of a language. Every offset is one into the text as it was sent. */
export interface Readable {
  readonly typed: string;
  /** In lower case and folded; as long as `typed`. */
  readonly lower: string;
  /** Where a word or a number begins. */
  readonly starts: readonly number[];
  /** By the number of a finder, those of the starts at which it may match. */
  readonly chances: readonly (readonly number[] | undefined)[];
  /** Whether an expression matches anywhere in `lower`; looked for once. */
  has(expression: RegExp): boolean;
}

const STARTS = {
  spaced: /(?<![\p{L}\p{N}_$#€£+]|[\p{L}\p{N}][.:/'’-])[\p{L}\p{N}@~¼½¾]/gu,
  unspaced: /(?<!\p{N})\p{N}|[\p{L}@~]/gu,
};
const ENDS = { spaced: "(?![\\p{L}\\p{N}_%]|[.:/'’-][\\p{L}\\p{N}])", unspaced: '(?!(?<=\\p{N})\\p{N})' };

/** People begin most of their words alike. */
const MOST_KEYS = 5000;

/** The finders of one language, each made once, and which of them to try where. */
class Finders {
  private readonly all: Finder[] = [];
  private readonly bySource = new Map<string, Finder>();
  private readonly byKey = new Map<number, readonly Finder[]>();

  made(source: string, needs?: RegExp): Finder {
    const known = this.bySource.get(source);
    if (known) return known;
    const found = {
      number: this.all.length,
      expression: new RegExp(source, 'uy'),
      beginnings: new Beginnings(source),
      ...(needs && { needs }),
    };
    this.all.push(found);
    this.bySource.set(source, found);
    this.byKey.clear();
    return found;
  }

  /** Those that may match where a text goes on like this. @param key from `keyAt` */
  private at(key: number): readonly Finder[] {
    const known = this.byKey.get(key);
    if (known) return known;
    if (this.byKey.size >= MOST_KEYS) this.byKey.clear();
    const found = this.all.filter(({ beginnings }) => beginnings.allow(key));
    this.byKey.set(key, found);
    return found;
  }

  /** So that hundreds of finders cost a text nothing: it asks at each start once which of them there is a reason to try. */
  chancesIn(lower: string, starts: readonly number[]): number[][] {
    const chances: number[][] = new Array(this.all.length);
    for (const start of starts) {
      for (const { number } of this.at(keyAt(lower, start))) {
        const known = chances[number];
        if (known) known.push(start);
        else chances[number] = [start];
      }
    }
    return chances;
  }
}

const findersOf = new WeakMap<Language, Finders>();

function finders(language: Language): Finders {
  const known = findersOf.get(language);
  if (known) return known;
  const made = new Finders();
  findersOf.set(language, made);
  return made;
}

/** A form as what `matchesIn` looks for; its slots are read out under their names. */
export function finding(language: Language, form: string): Finder {
  const end = language.spaced ? ENDS.spaced : ENDS.unspaced;
  const needs = form.includes('{amount}') ? unitIn(language) : undefined;
  return finders(language).made(`(?:${sourceOf(language, form, 'named')})${end}`, needs);
}

/** The beginning of any of several forms, whatever follows; what their slots hold is not read out. */
export function beginning(language: Language, forms: readonly Form[]): Finder {
  return finders(language).made(`(?:${forms.map(({ form }) => sourceOf(language, form, 'unnamed')).join('|')})`);
}

const unitsIn = new WeakMap<Language, RegExp>();

/** Any unit of time, or an amount without a number before it (`halvtimme`); much cheaper to look for than an amount. */
function unitIn(language: Language): RegExp {
  const known = unitsIn.get(language);
  if (known) return known;
  const { units, amounts } = language;
  const forms = amounts.flatMap(({ form }) => (form.includes('{decimal}') ? [] : [form]));
  const words = [...units.map(([spelling]) => spelling), ...forms].map((form) => sourceOf(language, form, 'unnamed'));
  const made = new RegExp(language.spaced ? `(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})` : words.join('|'), 'u');
  unitsIn.set(language, made);
  return made;
}

/** A text for the finders of a language, all of which have to be made before. */
export function readable(typed: string, language: Language): Readable {
  const lowered = typed.toLowerCase();
  const isAsLong = lowered.length === typed.length;
  const lower = folded(isAsLong ? lowered : typed.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()));
  const starts = Array.from(typed.matchAll(language.spaced ? STARTS.spaced : STARTS.unspaced), ({ index }) => index);
  const known = new Map<RegExp, boolean>();
  const has = (expression: RegExp) => {
    const found = known.get(expression) ?? expression.test(lower);
    known.set(expression, found);
    return found;
  };
  return { typed, lower, starts, chances: finders(language).chancesIn(lower, starts), has };
}

/** The same text, to be searched only from some of its starts. */
export function searchedAt(text: Readable, starts: ReadonlySet<number>): Readable {
  return { ...text, chances: text.chances.map((chances) => chances?.filter((at) => starts.has(at))) };
}

const NONE: readonly RegExpExecArray[] = [];

/** Every place between words where a finder matches, without overlap unless that is asked for. */
export function matchesIn(
  { lower, chances, has }: Readable,
  { number, expression, needs }: Finder,
  overlapping = false,
): readonly RegExpExecArray[] {
  const offsets = chances[number];
  if (!offsets || (needs && !has(needs))) return NONE;
  const matches: RegExpExecArray[] = [];
  let end = 0;
  for (const at of offsets) {
    if (at < end) continue;
    expression.lastIndex = at;
    const match = expression.exec(lower);
    if (match?.[0]) {
      matches.push(match);
      end = overlapping ? at : at + match[0].length;
    }
  }
  return matches;
}
