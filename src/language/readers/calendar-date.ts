import type { Language } from '../grammar.ts';
import { daysInMonth } from '../rules/calendar.ts';
import { month, ordinal, wholeNumber } from '../values.ts';
import { formReader, type MakeReader } from './reader.ts';

/** `10 Feb 2026`, `february 10th`, `the 10th of feb`. */
export const calendarDateReader: MakeReader = (language) =>
  formReader(language, language.dates, 'time', (said) => {
    const day = dayOf(language, said['day']);
    const number = said['monthNumber'];
    const inMonth = number === undefined ? month(language, said['month'] ?? '') : Number(number);
    const year = said['year'] === undefined ? undefined : Number(said['year']);
    if (!day || !inMonth || day > daysInMonth(year ?? 2024, inMonth)) return undefined;
    return { says: { day: { on: 'date', month: inMonth, day, ...(year === undefined ? {} : { year }) } } };
  });

/** `the 15th`, `last day of the month`; `15th` alone only beside a time. */
export const monthDayReader: MakeReader = (language) =>
  formReader(language, language.monthDays, 'time', (said, { monthsAhead, last, sure }) => {
    const day = last ? -1 : dayOf(language, said['day']);
    if (!day || day > 31) return undefined;
    return {
      says: { day: { on: 'monthday', day, ...(monthsAhead === undefined ? {} : { monthsAhead }) } },
      only: sure ? undefined : 'beside-when',
    };
  });

function dayOf(language: Language, said = ''): number | undefined {
  return ordinal(language, said) ?? wholeNumber(language, said);
}
