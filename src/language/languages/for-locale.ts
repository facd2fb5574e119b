import type { Language } from '../grammar.ts';
import { en } from './en.ts';

const LANGUAGES: readonly Language[] = [en];

/** The languages to read in, by the writer's locale: their own first, English always. */
export function languagesFor(locale: string): readonly Language[] {
  const code = locale.slice(0, 2).toLowerCase();
  const own = LANGUAGES.find((language) => language.code === code);
  return own && own !== en ? [own, en] : [en];
}
