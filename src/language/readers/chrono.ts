import type { Language } from '../grammar.ts';
import type { Day, Piece } from '../says.ts';

/** chrono's work grows faster than the text, so it sees this much of it. */
const LONGEST = 300;
/** Some of its expressions take cubic time in white space; people do not write this much of it. */
const EMPTY = /\s{20}/;

/**
 * The day that chrono finds where no reader here has a form for it: only one of which it is certain, since it fills in
 * what was not said. Its hours are not taken, they follow other rules; nor its instants, which know no zone's changes.
 */
export function askChrono(
  language: Language,
  text: string,
  today: { year: number; month: number; day: number },
): Piece[] {
  if (!language.chrono || EMPTY.test(text.slice(0, LONGEST))) return [];
  const reference = { instant: new Date(Date.UTC(today.year, today.month - 1, today.day, 12)), timezone: 0 };
  const found = language.chrono.parse(text.slice(0, LONGEST), reference, { forwardDate: true });
  return found.flatMap(({ index, text: said, start }): Piece[] => {
    const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
    const isSaid = start.isCertain('day') && start.isCertain('month') && !start.isCertain('hour');
    if (!isSaid || !year || !month || !day) return [];
    const date: Day = { on: 'date', year, month, day };
    return [{ from: index, to: index + said.length, as: 'time', says: { day: date } }];
  });
}
