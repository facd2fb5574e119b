import type { Language } from '../grammar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { nl } from './nl.ts';
import { pt } from './pt.ts';
import { zh } from './zh.ts';

const LANGUAGES: readonly Language[] = [de, es, fr, it, ja, nl, pt, zh];

/** What a writer's text is read in, by the code of their language: their own first, English always. */
const CHOICES = new Map(LANGUAGES.map((language) => [language.code, [language, en] as const]));
const ENGLISH = [en] as const;

export function languagesFor(locale: string): readonly Language[] {
  return CHOICES.get(locale.slice(0, 2).toLowerCase()) ?? ENGLISH;
}
