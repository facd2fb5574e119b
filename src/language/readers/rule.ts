import type { Frequency, Language, Unit } from '../grammar.ts';
import { exactly } from '../pattern.ts';
import type { Recurrence } from '../reading.ts';
import { meaning, ordinal, weekday, weekdays, wholeNumber } from '../values.ts';
import { formReader, type MakeReader, type Said } from './reader.ts';

const BYDAY = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

const FREQUENCY_OF: Readonly<Partial<Record<Unit, Frequency>>> = {
  day: { freq: 'DAILY' },
  week: { freq: 'WEEKLY' },
  fortnight: { freq: 'WEEKLY', interval: 2 },
  month: { freq: 'MONTHLY' },
  quarter: { freq: 'MONTHLY', interval: 3 },
  year: { freq: 'YEARLY' },
};

/** `weekly`, `every 2 weeks`, `weekly on mon and wed`, `monthly on the 15th`. */
export const frequencyReader: MakeReader = (language) => {
  const forms = language.ruleHeads.flatMap((head) => [
    head,
    ...language.ruleTails.map(({ form }) => ({
      form: `(${head.form})${form}`,
      interval: head.interval ?? 1,
      ...(head.adjective === 'beside' ? { adjective: head.adjective } : {}),
    })),
  ]);
  return formReader<{ interval?: number; adjective?: 'before' | 'beside' }>(
    language,
    forms,
    'recurrence',
    (said, { interval, adjective }) => {
      const frequency =
        said['frequency'] === undefined
          ? FREQUENCY_OF[meaning(language, language.units, said['unit'] ?? '') ?? 'minute']
          : meaning(language, language.frequencies, said['frequency']);
      const number =
        said['number'] === undefined ? 1 : (ordinal(language, said['number']) ?? wholeNumber(language, said['number']));
      if (!frequency || !number) return undefined;
      const every = (frequency.interval ?? 1) * (interval ?? 1) * number;
      const days = daysOf(language, said, frequency.freq);
      if (!days) return undefined;
      return {
        says: { rule: rule(frequency.freq, every, days) },
        only: adjective && (`not-${adjective}-word` as const),
      };
    },
  );
};

/** `every other friday`, `mon-fri`, `tue/thu`, `first monday of the month`. */
export const ruleReader: MakeReader = (language) =>
  formReader(language, language.ruleForms, 'recurrence', (said, { interval = 1, days, listed }) => {
    const part = said['part'] === undefined ? undefined : meaning(language, language.parts, said['part']);
    if (part) {
      const named = weekday(language, said['weekday'] ?? '');
      return { says: { rule: named ? rule('WEEKLY', interval, { byday: [byday(named)] }) : { freq: 'DAILY' }, part } };
    }
    if (days) return { says: { rule: rule('WEEKLY', interval, { byday: days.map(byday) }) } };
    if (said['first'] !== undefined) {
      const [first, last] = [weekday(language, said['first']), weekday(language, said['last'] ?? '')];
      if (!first || !last || first >= last) return undefined;
      const range = BYDAY.slice(first - 1, last);
      return { says: { rule: rule('WEEKLY', interval, { byday: range }) } };
    }
    if (said['place'] !== undefined) {
      const found = daysOf(language, said, 'MONTHLY');
      return found && { says: { rule: rule('MONTHLY', interval, found) } };
    }
    if (listed && !isList(language, said['weekdays'] ?? '')) return undefined;
    const found = daysOf(language, said, 'WEEKLY');
    return found && { says: { rule: rule('WEEKLY', interval, found) } };
  });

type Days = Pick<Recurrence, 'byday' | 'bymonthday'>;

/** The days that a rule names; undefined when they do not go with how often it is. */
function daysOf(language: Language, said: Said, freq: Recurrence['freq']): Days | undefined {
  if (said['weekdays'] !== undefined) {
    return freq === 'WEEKLY'
      ? {
          byday: weekdays(language, said['weekdays'])
            .sort((a, b) => a - b)
            .map(byday),
        }
      : undefined;
  }
  if (said['place'] === undefined) return {};
  const place = exactly(language, language.last).test(said['place']) ? -1 : ordinal(language, said['place']);
  if (freq !== 'MONTHLY' || !place) return undefined;
  if (said['weekday'] === undefined) return { bymonthday: [place] };
  const named = weekday(language, said['weekday']);
  return named && place <= 5 ? { byday: [`${place}${byday(named)}`] } : undefined;
}

function rule(freq: Recurrence['freq'], interval: number, days: Days): Recurrence {
  return { freq, ...(interval > 1 ? { interval } : {}), ...days };
}

function byday(weekday: number): string {
  return BYDAY[weekday - 1] ?? 'MO';
}

/** Two days with a slash between them, or a plural at the end: `tue/thu`, `mondays`, `monday and wednesdays`. */
function isList(language: Language, text: string): boolean {
  if (text.includes('/')) return weekdays(language, text).length > 1;
  const plural = new RegExp(`(?:${language.weekdayPlural})$`, 'iu');
  const last = /[\p{L}\p{M}'’.]+$/u.exec(text)?.[0] ?? '';
  return plural.test(last) && language.weekdays.every((name) => !exactly(language, name).test(last));
}
