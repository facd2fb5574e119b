import type { Language } from '../grammar.ts';
import { de } from './de.ts';
import { en } from './en.ts';

const LANGUAGES: readonly Language[] = [de];

/** What a writer's text is read in, by the code of their language: their own first, English always. */
const CHOICES = new Map(LANGUAGES.map((language) => [language.code, [language, en] as const]));
const ENGLISH = [en] as const;

export function languagesFor(locale: string): readonly Language[] {
  return CHOICES.get(locale.slice(0, 2).toLowerCase()) ?? ENGLISH;
}
