import { finding, matchesIn } from '../pattern.ts';
import type { Piece } from '../says.ts';
import type { MakeReader } from './reader.ts';

/** `until noon` ends a meeting, `until dec 20` ends a series: the lead before a time or a day that another reader found. */
export const untilReader: MakeReader = (language) => {
  const lead = finding(language, language.until);
  return (text, found) => {
    const starts = new Map<number, Piece[]>();
    for (const piece of found) starts.set(piece.from, [...(starts.get(piece.from) ?? []), piece]);
    return matchesIn(text, lead).flatMap((match) => {
      const behind = match.index + match[0].length;
      const next = behind + (/^\s+(?:the\s+(?!\d))?/u.exec(text.lower.slice(behind, behind + 20))?.[0].length ?? 0);
      return (starts.get(next) ?? []).flatMap(({ to, says: { clock, end, day, part } }): Piece[] => {
        const place = { from: match.index, to };
        if (clock && !end && !day) return [{ ...place, as: 'length', says: { end: clock } }];
        if (day && !clock && !part) return [{ ...place, as: 'recurrence', says: { lastDay: day } }];
        return [];
      });
    });
  };
};
