import { amount, wholeNumber } from '../values.ts';
import { formReader, type MakeReader } from './reader.ts';

/** `for 45 min`, `1h`, `half an hour`; days and weeks (`for 6 weeks`) only behind a lead such as `for`. */
export const lengthReader: MakeReader = (language) =>
  formReader(language, language.lengths, 'length', (said, { sure }) => {
    const said_ = amount(language, said['amount'] ?? '');
    if (!said_ || said_.minutes > 1e5 || said_.days > 4000 || said_.months > 120) return undefined;
    if (said_.days === 0 && said_.months === 0)
      return said_.minutes > 0 ? { says: { length: said_.minutes } } : undefined;
    return sure && said_.minutes === 0 ? { says: { span: said_ } } : undefined;
  });

/** `6 times`, `for 10 sessions`. */
export const countReader: MakeReader = (language) =>
  formReader(language, language.counts, 'recurrence', (said) => {
    const count = wholeNumber(language, said['number'] ?? '');
    return count ? { says: { count } } : undefined;
  });
