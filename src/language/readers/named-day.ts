import { formReader, type MakeReader } from './reader.ts';

/** `today`, `tonight`, `the day after tomorrow`. */
export const namedDayReader: MakeReader = (language) =>
  formReader(language, language.days, 'time', (_said, { days, part }) => {
    const day = { on: 'offset', days, months: 0 } as const;
    return { says: part ? { day, part } : { day } };
  });
