import { meaning } from '../values.ts';
import { formReader, type MakeReader } from './reader.ts';

/** `today`, `tonight`, `the day after tomorrow`. */
export const namedDayReader: MakeReader = (language) =>
  formReader(language, language.days, 'time', (said, { days, part: named, beside }) => {
    const part = named ?? (said['part'] === undefined ? undefined : meaning(language, language.parts, said['part']));
    const day = { on: 'offset', days, months: 0 } as const;
    return { says: part ? { day, part } : { day }, only: beside ? 'beside-when' : undefined };
  });
