import type { Language } from '../grammar.ts';
import type { Day, Piece } from '../says.ts';

/** chrono's work grows faster than the text, so it sees this much of it. */
const LONGEST = 300;

/**
 * The day that chrono finds where no reader here has a form for it. Its hours are not taken: they follow other rules.
 *
 * @param today year, month and day in the writer's zone
 */
export function askChrono(
  language: Language,
  text: string,
  today: { year: number; month: number; day: number },
): Piece[] {
  if (!language.chrono) return [];
  const reference = { instant: new Date(Date.UTC(today.year, today.month - 1, today.day, 12)), timezone: 0 };
  return language.chrono
    .parse(text.slice(0, LONGEST), reference, { forwardDate: true })
    .flatMap(({ index, text: said, start }) => {
      const certain = start.isCertain('day') && start.isCertain('month');
      const relative = !start.isCertain('hour') && start.tags().has('result/relativeDate');
      if (!certain && !relative) return [];
      const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
      if (!year || !month || !day || start.isCertain('hour')) return [];
      const date: Day = { on: 'date', year, month, day };
      return [{ from: index, to: index + said.length, as: 'time' as const, says: { day: date } }];
    });
}
