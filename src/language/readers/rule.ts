import type { Recurrence } from '../../domain/recurrence.ts';
import { beginning, matchesIn, searchedAt } from '../finders.ts';
import type { Frequency, Language, Unit } from '../grammar.ts';
import { exactly } from '../pattern.ts';
import { weekdayCode } from '../rules/calendar.ts';
import { meaning, ordinal, place, weekday, weekdays, wholeNumber } from '../values.ts';
import { calendarDate } from './calendar-date.ts';
import { formReader, type MakeReader, type Said } from './reader.ts';

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
  const headed = beginning(language, language.ruleHeads);
  const read = formReader<{ interval?: number; adjective?: 'before' | 'beside' }>(
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
  // Each head is tried with each tail, so first of all there has to be a head.
  return (text, found) => {
    const heads = new Set(matchesIn(text, headed).map(({ index }) => index));
    return heads.size > 0 ? read(searchedAt(text, heads), found) : [];
  };
};

/** `every other friday`, `mon-fri`, `tue/thu`, `first monday of the month`. */
export const ruleReader: MakeReader = (language) => {
  const isList = listsIn(language);
  return formReader(language, language.ruleForms, 'recurrence', (said, { interval = 1, days, listed, several }) => {
    const part = said['part'] === undefined ? undefined : meaning(language, language.parts, said['part']);
    if (days) {
      const weekly = rule('WEEKLY', interval, { byday: days.map(weekdayCode) });
      return { says: part ? { rule: weekly, part } : { rule: weekly } };
    }
    if (part) {
      const named = weekday(language, said['weekday'] ?? '');
      return {
        says: { rule: named ? rule('WEEKLY', interval, { byday: [weekdayCode(named)] }) : { freq: 'DAILY' }, part },
      };
    }
    const date = calendarDate(language, said);
    if (date) return { says: { rule: { freq: 'YEARLY' }, day: date } };
    if (said['first'] !== undefined) {
      const [first, last] = [weekday(language, said['first']), weekday(language, said['last'] ?? '')];
      if (!first || !last || first >= last) return undefined;
      const range = Array.from({ length: last - first + 1 }, (_, after) => weekdayCode(first + after));
      return { says: { rule: rule('WEEKLY', interval, { byday: range }) } };
    }
    if (said['place'] !== undefined) {
      const found = daysOf(language, said, 'MONTHLY');
      return found && { says: { rule: rule('MONTHLY', interval, found) } };
    }
    if (listed && !isList(said['weekdays'] ?? '')) return undefined;
    const found = daysOf(language, said, 'WEEKLY');
    if (!found || (several && (found.byday?.length ?? 0) < 2)) return undefined;
    return { says: { rule: rule('WEEKLY', interval, found) } };
  });
};

type Days = Pick<Recurrence, 'byday' | 'bymonthday'>;

/** The days that a rule names; undefined when they do not go with how often it is. */
function daysOf(language: Language, said: Said, freq: Recurrence['freq']): Days | undefined {
  if (said['weekdays'] !== undefined) {
    return freq === 'WEEKLY'
      ? {
          byday: weekdays(language, said['weekdays'])
            .sort((a, b) => a - b)
            .map(weekdayCode),
        }
      : undefined;
  }
  if (said['place'] === undefined) return {};
  const places = said['place'].split(new RegExp(`\\s*[,&]\\s*|\\s+(?:${language.and})\\s+`, 'u'));
  const numbers = places.map((one) => place(language, one));
  const known = numbers.filter((number) => number !== undefined);
  if (freq !== 'MONTHLY' || known.length < numbers.length) return undefined;
  if (said['weekday'] === undefined) return { bymonthday: known };
  const named = weekday(language, said['weekday']);
  return named && known.every((number) => number <= 5)
    ? { byday: known.map((number) => `${number}${weekdayCode(named)}`) }
    : undefined;
}

function rule(freq: Recurrence['freq'], interval: number, days: Days): Recurrence {
  return { freq, ...(interval > 1 ? { interval } : {}), ...days };
}

/** Two days with a slash between them, or a plural at the end: `tue/thu`, `mondays`, `monday and wednesdays`. */
function listsIn(language: Language): (text: string) => boolean {
  const plural = new RegExp(`(?:${language.weekdayPlural})$`, 'iu');
  const one = exactly(language, language.weekdays.join('|'));
  return (text) => {
    if (text.includes('/')) return weekdays(language, text).length > 1;
    const last = /[\p{L}\p{M}'’.]+$/u.exec(text)?.[0] ?? '';
    return plural.test(last) && !one.test(last);
  };
}
