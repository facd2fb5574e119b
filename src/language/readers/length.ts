import { amount, roundMinutes, wholeNumber } from '../values.ts';
import { formReader, type MakeReader } from './reader.ts';

/** What is longer is rather a time or a name: `16h`, `24 hour hackathon`. */
const WORKING_DAY_MINUTES = 480;

/** `for 45 min`, `1h`, `half an hour`, `for 30`; days and weeks (`for 6 weeks`) only behind a lead such as `for`. */
export const lengthReader: MakeReader = (language) =>
  formReader(language, language.lengths, 'length', (said, { sure }) => {
    if (said['minutes'] !== undefined) {
      const length = roundMinutes(language, said['minutes']);
      return length ? { says: { length }, only: 'after-time-alone' } : undefined;
    }
    const lasting = amount(language, said['amount'] ?? '');
    if (!lasting) return undefined;
    if (lasting.days === 0 && lasting.months === 0) {
      if (lasting.minutes <= 0) return undefined;
      const isPlausible = sure || lasting.minutes <= WORKING_DAY_MINUTES;
      return { says: { length: lasting.minutes }, only: isPlausible ? undefined : 'not-before-word' };
    }
    return sure && lasting.minutes === 0 ? { says: { span: lasting } } : undefined;
  });

/** `6 times`, `for 10 sessions`. */
export const countReader: MakeReader = (language) =>
  formReader(language, language.counts, 'recurrence', (said) => {
    const count = wholeNumber(language, said['number'] ?? '');
    return count ? { says: { count } } : undefined;
  });
