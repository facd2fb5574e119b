import { daysInMonth } from '../rules/calendar.ts';
import type { Day } from '../says.ts';
import { formReader, type MakeReader } from './reader.ts';

const SEPARATED = [
  { form: '{first:digits}/{second:digits}(/{year:digits})?' },
  { form: '{first:digits}-{second:digits}-{year:digits}' },
  { form: '(?=\\d\\d-|\\d-\\d\\d){first:digits}-{second:digits}', beside: true },
  { form: '{first:digits}\\.{second:digits}\\.{year:digits}', dotted: true },
  { form: '{first:digits}\\.{second:digits}\\.', dotted: true },
] as const;

/** `10/2`, `10.2.`, `10/2/2026`. Dots put the day first; otherwise the writer's locale decides, and the other way is kept. */
export const numericDateReader: MakeReader = (language, { monthFirst }) =>
  formReader<{ dotted?: true; beside?: true }>(
    language,
    SEPARATED,
    'time',
    (said, { dotted, beside }) => {
      const first = Number(said['first']);
      const second = Number(said['second']);
      const year = said['year'] === undefined ? undefined : yearOf(said['year']);
      if (year === null) return undefined;
      const dayFirst = dated(second, first, year);
      const monthLeads = dated(first, second, year);
      const [chosen, other] = monthFirst && !dotted ? [monthLeads, dayFirst] : [dayFirst, monthLeads];
      if (!chosen || dotted) return (chosen ?? other) && { says: { day: (chosen ?? other) as Day } };
      const day = other && first !== second ? ({ ...chosen, swapped: true } as const) : chosen;
      return { says: { day }, only: beside && 'beside-when-not-after-word' };
    },
    /\d[./-]\d/,
  );

function dated(month: number, day: number, year: number | undefined): (Day & { on: 'date' }) | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year ?? 2024, month)) return undefined;
  return year === undefined ? { on: 'date', month, day } : { on: 'date', month, day, year };
}

/** Two digits are of this century; null for what is no year. */
function yearOf(digits: string): number | null {
  const year = Number(digits);
  if (digits.length === 2) return 2000 + year;
  return digits.length === 4 && year >= 1900 && year < 2200 ? year : null;
}
