import type { Says } from '../says.ts';
import { amount } from '../values.ts';
import { formReader, type MakeReader } from './reader.ts';

/** `in 24 hours` is exact elapsed time; `in 3 days` is counted on the calendar. */
export const fromNowReader: MakeReader = (language) =>
  formReader(language, language.fromNow, 'time', (said) => {
    const ahead = amount(language, said['amount'] ?? '');
    if (!ahead) return undefined;
    const { minutes, days, months, weeks } = ahead;
    if (!Number.isInteger(days) || !Number.isInteger(months) || minutes > 1e6 || days > 4000 || months > 120)
      return undefined;
    if (days === 0 && months === 0) return { says: { elapsed: minutes } };
    if (minutes > 0) return undefined;
    const says: Says = { day: { on: 'offset', days, months, ...(weeks === undefined ? {} : { weeks }) } };
    return { says };
  });
