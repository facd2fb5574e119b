import { finding, matchesIn } from '../finders.ts';
import type { Amount, Day, Piece } from '../says.ts';
import { amount } from '../values.ts';
import type { MakeReader } from './reader.ts';

/** `a week from friday`, `2 days after tomorrow`, `a week tomorrow`: an amount before a day that another reader found. */
export const fromDayReader: MakeReader = (language) => {
  const finders = language.fromDay.map(({ form }) => finding(language, form));
  return (text, found) => {
    const days = found.filter(({ says }) => says.day);
    if (days.length === 0) return [];
    const matches = finders.flatMap((finder) => matchesIn(text, finder));
    return matches.flatMap(({ index, groups, 0: matched }) => {
      const said = groups?.['amount'] ?? '';
      const ahead = amount(language, said);
      if (!ahead || ahead.minutes > 0 || !Number.isInteger(ahead.months) || !Number.isInteger(ahead.days)) return [];
      if (said === matched && ahead.weeks === undefined) return [];
      const behind = index + matched.length;
      return days.flatMap((piece): Piece[] => {
        const isNext = piece.from > behind && text.lower.slice(behind, piece.from).trim() === '';
        const day = isNext ? later(piece.says.day, ahead) : undefined;
        return day ? [{ ...piece, from: index, says: { ...piece.says, day } }] : [];
      });
    });
  };
};

function later(day: Day | undefined, { days, months }: Amount): Day | undefined {
  if (day?.on === 'weekday' && months === 0) return { ...day, plusDays: (day.plusDays ?? 0) + days };
  return day?.on === 'offset' ? { on: 'offset', days: day.days + days, months: day.months + months } : undefined;
}
