import type { Period } from '../says.ts';
import { month } from '../values.ts';
import { formReader, type MakeReader } from './reader.ts';

/** `until the end of april`, `until the end of the quarter`: the last day of a series. */
export const periodEndReader: MakeReader = (language) => {
  const { until, untilBehind = '(?!)' } = language;
  const forms = (language.periodEnds ?? []).flatMap((end) => [
    { ...end, form: `(${until}) (${end.form})` },
    { ...end, form: `(${end.form}) ?(${untilBehind})` },
  ]);
  return formReader<{ of?: Period }>(language, forms, 'recurrence', (said, { of }) => {
    if (of) return { says: { lastDay: { on: 'period-end', period: of } } };
    const named = month(language, said['month'] ?? '');
    return named ? { says: { lastDay: { on: 'month-end', month: named } } } : undefined;
  });
};

/** `starting in april`, `starting next month`: before the first day of a series, which is not said. */
export const periodStartReader: MakeReader = (language) =>
  formReader(language, language.periodStarts ?? [], 'recurrence', (said, { monthsAhead }) => {
    if (monthsAhead !== undefined) return { says: { firstDay: { on: 'monthday', day: 1, monthsAhead } } };
    const named = month(language, said['month'] ?? '');
    return named ? { says: { firstDay: { on: 'month-start', month: named } } } : undefined;
  });
