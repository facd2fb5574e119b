import type { Language } from '../grammar.ts';
import { en } from './en.ts';

const LANGUAGES: readonly Language[] = [en];

const chosen = new Map<string, readonly Language[]>();

/** The languages to read in, by the writer's locale: their own first, English always. */
export function languagesFor(locale: string): readonly Language[] {
  const known = chosen.get(locale);
  if (known) return known;
  const code = locale.slice(0, 2).toLowerCase();
  const own = LANGUAGES.find((language) => language.code === code);
  const languages = own && own !== en ? [own, en] : [en];
  chosen.set(locale, languages);
  return languages;
}
