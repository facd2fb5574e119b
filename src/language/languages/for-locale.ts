import type { Language } from '../grammar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { sv } from './sv.ts';
import { uk } from './uk.ts';
import { vi } from './vi.ts';
import { zh } from './zh.ts';

/** All that are read besides English. */
export const LANGUAGES: readonly Language[] = [de, es, fr, it, ja, ko, nl, pl, pt, ru, sv, uk, vi, zh];

const ENGLISH = [en] as const;
const CHOICES = new Map(LANGUAGES.map((language) => [language.code, [language, en] as const]));

/** What a writer's text is read in, by their locale: their own language first, English always. */
export function languagesFor(locale: string): readonly Language[] {
  return CHOICES.get(locale.slice(0, 2).toLowerCase()) ?? ENGLISH;
}
