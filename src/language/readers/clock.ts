import { clock } from '../values.ts';
import { formReader, type MakeReader } from './reader.ts';

/** `9am`, `14:30`, `noon`; a bare hour counts only beside a day, and not as the number of something (`sprint 12`). */
export const clockReader: MakeReader = (language) =>
  formReader(language, [{ form: '{clock}' }], 'time', (_said, _form, text) => {
    const read = clock(language, text);
    if (!read) return undefined;
    const { bare, ...said } = read;
    return { says: { clock: said }, only: bare ? 'beside-when-not-after-word' : undefined };
  });

/** `at 9`, `@ 3:30`: the lead makes even a bare hour a time. */
export const ledClockReader: MakeReader = (language) =>
  formReader(language, language.clockLeads, 'time', (said) => {
    const read = clock(language, said['clock'] ?? '');
    if (!read) return undefined;
    const { bare: _, ...whole } = read;
    return { says: { clock: whole } };
  });
