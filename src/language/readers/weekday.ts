import { meaning, weekday } from '../values.ts';
import { formReader, type MakeReader } from './reader.ts';

/** `friday`, `next monday`, `monday week`. */
export const weekdayReader: MakeReader = (language) =>
  formReader(language, language.weekdayForms, 'time', (said, { which, weeks, week, beside }) => {
    const named = weekday(language, said['weekday'] ?? said['shortWeekday'] ?? '');
    if (!named) return undefined;
    const part = said['part'] === undefined ? undefined : meaning(language, language.parts, said['part']);
    const day = { on: 'weekday', weekday: named, which } as const;
    const says = { day: weeks ? { ...day, plusDays: weeks * 7 } : day };
    return {
      says: { ...says, ...(part ? { part } : {}), ...(week === undefined ? {} : { week }) },
      only: beside ? 'beside-when' : undefined,
    };
  });
