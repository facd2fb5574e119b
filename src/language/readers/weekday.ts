import { weekday } from '../values.ts';
import { formReader, type MakeReader } from './reader.ts';

/** `friday`, `next monday`, `monday week`. */
export const weekdayReader: MakeReader = (language) =>
  formReader(language, language.weekdayForms, 'time', (said, { which, weeks }) => {
    const named = weekday(language, said['weekday'] ?? '');
    if (!named) return undefined;
    const day = { on: 'weekday', weekday: named, which } as const;
    return { says: { day: weeks ? { ...day, plusDays: weeks * 7 } : day } };
  });
