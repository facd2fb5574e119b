import type { Says } from '../says.ts';
import { amount, roundMinutes } from '../values.ts';
import { formReader, type MakeReader } from './reader.ts';

/** `in 24 hours` is exact elapsed time; `in 3 days` is counted on the calendar; `in 15` are minutes; `now`. */
export const fromNowReader: MakeReader = (language) =>
  formReader(language, language.fromNow, 'time', (said) => {
    if (said['minutes'] !== undefined) {
      const elapsed = roundMinutes(language, said['minutes'], 5);
      return elapsed ? { says: { elapsed }, only: 'not-before-word' } : undefined;
    }
    if (said['amount'] === undefined) return { says: { elapsed: 0 }, only: 'not-before-word' };
    const ahead = amount(language, said['amount']);
    if (!ahead) return undefined;
    const { minutes, days, months, weeks } = ahead;
    if (days === 0 && months === 0) return { says: { elapsed: minutes } };
    if (minutes > 0 || !Number.isInteger(days) || !Number.isInteger(months)) return undefined;
    const says: Says = { day: { on: 'offset', days, months, ...(weeks === undefined ? {} : { weeks }) } };
    return { says };
  });
