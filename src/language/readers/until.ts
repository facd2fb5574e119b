import { finding, matchesIn } from '../finders.ts';
import { folded } from '../folded.ts';
import type { Piece, Says } from '../says.ts';
import type { MakeReader } from './reader.ts';

/** `until noon` ends a meeting, `until dec 20` ends a series: the lead before a time or a day that another reader found. */
export const untilReader: MakeReader = (language) => {
  const lead = finding(language, `(${language.until})( (${language.article ?? '(?!)'})(?! ?\\d))?`);
  const tail = new RegExp(`\\s*(?:${folded(language.untilBehind ?? '(?!)')})`, 'uy');
  const joint = new RegExp(
    `\\s*(?:${folded(language.dayRange ?? '(?!)')})\\s*(?:(?:${folded(language.article ?? '(?!)')})\\s+)?`,
    'uy',
  );
  return (text, found) => {
    const starts = new Map<number, Piece[]>();
    for (const piece of found) starts.set(piece.from, [...(starts.get(piece.from) ?? []), piece]);
    const behind = (to: number) => {
      tail.lastIndex = to;
      return language.untilBehind === undefined ? 0 : (tail.exec(text.lower)?.[0].length ?? 0);
    };
    const led = matchesIn(text, lead).flatMap((match) => {
      const end = match.index + match[0].length;
      const next = end + (/^\s*/u.exec(text.lower.slice(end, end + 20))?.[0].length ?? 0);
      // A piece may begin with the lead's last word: `fino` and `al 20 dicembre`.
      const offsets = Array.from({ length: next - match.index }, (_, back) => next - back);
      return offsets
        .flatMap((offset) => starts.get(offset) ?? [])
        .filter(({ to }) => to > next)
        .flatMap(({ to, says }) => ending({ from: match.index, to: to + behind(to) }, says));
    });
    const followed = found.flatMap(({ from, to, says }) =>
      behind(to) > 0 ? ending({ from, to: to + behind(to) }, says) : [],
    );
    const rangeEnds = found.flatMap(({ to: firstEnds, says }): Piece[] => {
      if (!says.day || says.clock) return [];
      joint.lastIndex = firstEnds;
      const behind = firstEnds + (joint.exec(text.lower)?.[0].length ?? Number.NaN);
      return (starts.get(behind) ?? []).flatMap(({ to, says: { day, clock } }): Piece[] =>
        day && !clock ? [{ from: firstEnds, to, as: 'recurrence', says: { lastDay: day } }] : [],
      );
    });
    return [...led, ...followed, ...rangeEnds];
  };
};

function ending(place: { from: number; to: number }, { clock, end, day, part }: Says): Piece[] {
  if (clock && !end && !day) return [{ ...place, as: 'length', says: { end: clock } }];
  if (day && !clock && !part) return [{ ...place, as: 'recurrence', says: { lastDay: day } }];
  return [];
}
