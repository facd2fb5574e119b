import { finding, matchesIn } from '../pattern.ts';
import type { Day } from '../says.ts';
import { amount } from '../values.ts';
import type { MakeReader } from './reader.ts';

/** `a week from friday`, `2 days after tomorrow`: an amount before a day that another reader found. */
export const fromDayReader: MakeReader = (language) => {
  const leads = language.fromDay.map(({ form, weeks }) => ({ finder: finding(language, form), weeks }));
  return (text, found) =>
    leads.flatMap(({ finder, weeks }) =>
      matchesIn(text, finder).flatMap((match) => {
        const behind = match.index + match[0].length;
        const ahead = amount(language, match.groups?.['amount'] ?? '');
        if (
          !ahead ||
          (weeks && !ahead.weeks) ||
          ahead.minutes > 0 ||
          !Number.isInteger(ahead.days) ||
          ahead.days > 4000 ||
          ahead.months > 120
        )
          return [];
        return found
          .filter(({ from, says }) => says.day && from > behind && text.lower.slice(behind, from).trim() === '')
          .flatMap((piece) => {
            const day = later(piece.says.day as Day, ahead);
            return day ? [{ ...piece, from: match.index, says: { ...piece.says, day } }] : [];
          });
      }),
    );
};

function later(day: Day, { days, months }: { days: number; months: number }): Day | undefined {
  if (day.on === 'weekday' && months === 0) return { ...day, plusDays: (day.plusDays ?? 0) + days };
  if (day.on === 'offset') return { on: 'offset', days: day.days + days, months: day.months + months };
  return undefined;
}
