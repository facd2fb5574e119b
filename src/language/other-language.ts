import { folded } from './folded.ts';
import type { Language } from './grammar.ts';
import { LANGUAGES } from './languages/for-locale.ts';
import { anywhere } from './pattern.ts';

/** Shorter words are names and words of other languages too often: `Sam`, `mar`, `do`. */
const SHORTEST_WORD = 4;

/**
 * The code of a language in which a word of this text is a day although it is none in the writer's own: `morgen` and
 * `demain` in an English workspace. Null where there is none.
 */
export function languageOfDay(plain: string, own: readonly Language[]): string | null {
  const text = folded(plain).toLowerCase();
  const speaks = LANGUAGES.find((language) => !own.includes(language) && saysDay(language, text));
  return speaks?.code ?? null;
}

function saysDay(language: Language, text: string): boolean {
  const words = Array.from(text.matchAll(dayWords(language)), ([word]) => word);
  return words.some((word) => word.length >= SHORTEST_WORD || /[^\p{Script=Latin}\s.]/u.test(word));
}

const known = new Map<Language, RegExp>();

/** Weekdays and days counted from today, as far as they are plain words. */
function dayWords(language: Language): RegExp {
  const days = language.days.map(({ form }) => form).filter((form) => !form.includes('{'));
  const expression = known.get(language) ?? anywhere(language, [...days, ...language.weekdays].join('|'));
  known.set(language, expression);
  return expression;
}
