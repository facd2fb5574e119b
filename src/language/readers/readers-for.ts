import { folded } from '../folded.ts';
import type { Language } from '../grammar.ts';
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
  const readers = languages.map((language) => {
    const read = makeReaders(language, { monthFirst });
    const others = languages.filter((other) => other !== language);
    return others.length > 0 ? withoutFalseFriends(read, others) : read;
  });
  const all = (text: string) => readers.flatMap((read) => read(text));
  known.set(locale, all);
  return all;
}

/** What looks like a time but is a word of another of the writer's languages is not one before a plain word. */
function withoutFalseFriends(read: (text: string) => Piece[], others: readonly Language[]): (text: string) => Piece[] {
  const words = others.flatMap(({ falseFriends }) => falseFriends ?? []).join('|') || '(?!)';
  const falseFriend = new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');
  return (text) =>
    read(text).flatMap((piece) => {
      const [found] = falseFriend.exec(folded(text.slice(piece.from, piece.to))) ?? [];
      if (!found || (piece.as === 'zone' && isUpperCase(text.slice(piece.from, piece.to)))) return [piece];
      const isWhole = found.length === piece.to - piece.from;
      return piece.only || piece.as === 'length' || (piece.as === 'recurrence' && isWhole)
        ? []
        : [{ ...piece, only: 'not-before-word' as const }];
    });
}

function isUpperCase(text: string): boolean {
  return text === text.toUpperCase();
}

/** Whether people of a locale write the month before the day. */
function isMonthFirst(locale: string): boolean {
  try {
    const format = new Intl.DateTimeFormat(locale.replace('_', '-'), { day: 'numeric', month: 'numeric' });
    const parts = format.formatToParts(0).map(({ type }) => type);
    return parts.indexOf('month') < parts.indexOf('day');
  } catch {
    return true;
  }
}
