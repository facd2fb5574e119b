import { meaning, weekday, wholeNumber } from '../values.ts';
import { formReader, type MakeReader } from './reader.ts';

/** `friday`, `next monday`, `monday week`, `two fridays from now`. */
export const weekdayReader: MakeReader = (language) =>
  formReader(language, language.weekdayForms, 'time', (said, { which, weeks, week, beside }) => {
    const named = weekday(language, said['weekday'] ?? said['shortWeekday'] ?? '');
    if (!named) return undefined;
    const turn = said['number'] === undefined ? 1 : wholeNumber(language, said['number']);
    if (!turn) return undefined;
    const part = said['part'] === undefined ? undefined : meaning(language, language.parts, said['part']);
    const day = { on: 'weekday', weekday: named, which } as const;
    const later = weeks ?? turn - 1;
    const says = { day: later ? { ...day, plusDays: later * 7 } : day };
    return {
      says: { ...says, ...(part ? { part } : {}), ...(week === undefined ? {} : { week }) },
      only: beside ? 'beside-when' : undefined,
    };
  });
