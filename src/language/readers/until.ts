import { finding, matchesIn } from '../pattern.ts';
import type { Day, Piece } from '../says.ts';
import { month } from '../values.ts';
import type { MakeReader } from './reader.ts';

/** `until noon` ends a meeting, `until dec 20` ends a series: the lead before a time or a day that another reader found. */
export const untilReader: MakeReader = (language) => {
  const lead = finding(language, language.until);
  const monthEnd = finding(language, `(${language.until}) (${language.untilMonthEnd ?? '(?!)'})`);
  const joint = new RegExp(`\\s*(?:${language.dayRange ?? '(?!)'})\\s*(?:the\\s+)?`, 'uy');
  return (text, found) => {
    const starts = new Map<number, Piece[]>();
    for (const piece of found) starts.set(piece.from, [...(starts.get(piece.from) ?? []), piece]);
    const ends = matchesIn(text, lead).flatMap(({ index, 0: matched }) => {
      const behind = index + matched.length;
      const next = behind + (/^\s+(?:the\s+(?!\d))?/u.exec(text.lower.slice(behind, behind + 20))?.[0].length ?? 0);
      return (starts.get(next) ?? []).flatMap(({ to, says: { clock, end, day, part } }): Piece[] => {
        const place = { from: index, to };
        if (clock && !end && !day) return [{ ...place, as: 'length', says: { end: clock } }];
        if (day && !clock && !part) return [{ ...place, as: 'recurrence', says: { lastDay: day } }];
        return [];
      });
    });
    const monthEnds = matchesIn(text, monthEnd).map(({ index, groups, 0: matched }): Piece => {
      const named = groups?.['month'] === undefined ? undefined : month(language, groups['month']);
      const lastDay: Day = named ? { on: 'month-end', month: named } : { on: 'monthday', day: -1 };
      return { from: index, to: index + matched.length, as: 'recurrence', says: { lastDay } };
    });
    const rangeEnds = found.flatMap(({ to: firstEnds, says }): Piece[] => {
      if (!says.day || says.clock) return [];
      joint.lastIndex = firstEnds;
      const behind = firstEnds + (joint.exec(text.lower)?.[0].length ?? Number.NaN);
      return (starts.get(behind) ?? []).flatMap(({ to, says: { day, clock } }): Piece[] =>
        day && !clock ? [{ from: firstEnds, to, as: 'recurrence', says: { lastDay: day } }] : [],
      );
    });
    return [...ends, ...monthEnds, ...rangeEnds];
  };
};
