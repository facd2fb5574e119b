import type { Language } from '../grammar.ts';
import { daysInMonth } from '../rules/calendar.ts';
import type { Day } from '../says.ts';
import { month, ordinal, place, weekday, wholeNumber } from '../values.ts';
import { formReader, type MakeReader, type Said } from './reader.ts';

const LEAP_YEAR = 2024;
const SHORTEST_MONTH = 28;
const LONGEST_MONTH = 31;

/** `10 Feb 2026`, `february 10th`, `the 10th of feb`; of `feb 30` only that a day was meant. */
export const calendarDateReader: MakeReader = (language) =>
  formReader(language, language.dates, 'time', (said) => {
    const day = calendarDate(language, said);
    if (day) return { says: { day } };
    return isInNoMonth(language, said) ? { says: { vague: true } } : undefined;
  });

/** The date in the slots `day`, `month` and `year`; undefined when the calendar has no such day. */
export function calendarDate(language: Language, said: Said): Day | undefined {
  const day = dayOf(language, said['day']);
  const named = monthOf(language, said);
  const year = said['year'] === undefined ? undefined : Number(said['year']);
  if (!day || !named || day > daysInMonth(year ?? LEAP_YEAR, named)) return undefined;
  return year === undefined ? { on: 'date', month: named, day } : { on: 'date', month: named, day, year };
}

function monthOf(language: Language, said: Said): number | undefined {
  const number = said['monthNumber'];
  return number === undefined ? month(language, said['month'] ?? '') : Number(number);
}

function isInNoMonth(language: Language, said: Said): boolean {
  const day = dayOf(language, said['day']) ?? 0;
  return monthOf(language, said) !== undefined && day > SHORTEST_MONTH && day <= LONGEST_MONTH;
}

/** `the first friday in march`, `last monday of next month`. */
export const nthWeekdayReader: MakeReader = (language) =>
  formReader(language, language.weekdaysOfMonth ?? [], 'time', (said, { monthsAhead }) => {
    const nth = place(language, said['place'] ?? '');
    const named = weekday(language, said['weekday'] ?? '');
    const inMonth = said['month'] === undefined ? undefined : month(language, said['month']);
    if (!nth || nth > 5 || !named) return undefined;
    const day = { on: 'nth-weekday', nth, weekday: named } as const;
    return {
      says: { day: { ...day, ...(inMonth && { month: inMonth }), ...(monthsAhead !== undefined && { monthsAhead }) } },
    };
  });

/** `the 15th`, `last day of the month`; `15th` alone only beside a time. */
export const monthDayReader: MakeReader = (language) =>
  formReader(language, language.monthDays, 'time', (said, { monthsAhead, last, sure, alone }) => {
    const named = said['month'] === undefined ? undefined : month(language, said['month']);
    if (named) return { says: { day: { on: 'month-end', month: named } } };
    const day = last ? -1 : dayOf(language, said['day']);
    if (!day || day > LONGEST_MONTH) return undefined;
    return {
      says: { day: { on: 'monthday', day, ...(monthsAhead === undefined ? {} : { monthsAhead }) } },
      only: sure ? undefined : alone ? 'not-before-word' : 'beside-when',
    };
  });

function dayOf(language: Language, said = ''): number | undefined {
  return ordinal(language, said) ?? wholeNumber(language, said);
}
