import { languagesFor } from '../languages/for-locale.ts';
import type { Piece } from '../says.ts';
import { makeReaders } from './order.ts';

const known = new Map<string, (text: string) => Piece[]>();

/** The readers for a writer's locale, made once for each. */
export function readersFor(locale: string): (text: string) => Piece[] {
  const made = known.get(locale);
  if (made) return made;
  const languages = languagesFor(locale);
  const monthFirst = isMonthFirst(locale);
  const readers = languages.map((language) => makeReaders(language, { monthFirst }));
  const all = (text: string) => readers.flatMap((read) => read(text));
  known.set(locale, all);
  return all;
}

/** Whether people of a locale write the month before the day. */
function isMonthFirst(locale: string): boolean {
  try {
    const parts = new Intl.DateTimeFormat(locale.replace('_', '-')).formatToParts(0).map(({ type }) => type);
    return parts.indexOf('month') < parts.indexOf('day');
  } catch {
    return true;
  }
}
