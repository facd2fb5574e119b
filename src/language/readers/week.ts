import { formReader, type MakeReader } from './reader.ts';

/** `next week`, which names a day only together with a weekday. */
export const weekReader: MakeReader = (language) =>
  formReader(language, language.weekForms, 'time', (_said, { weeks }) => ({ says: { week: weeks } }));

/** `sometime`, `next month`: words about time that name no day. */
export const vagueReader: MakeReader = (language) =>
  formReader(language, language.vague, 'time', (_said, { sure, leading }) => ({
    says: { vague: true },
    only: sure ? undefined : leading ? 'not-before-word' : 'beside-when',
  }));
