import { meaning } from '../values.ts';
import { formReader, type MakeReader } from './reader.ts';

/** `in the morning`, `this afternoon`, `EOD`: says am or pm, never an hour. */
export const dayPartReader: MakeReader = (language) =>
  formReader(language, language.partForms, 'time', (said, { day, means, sure }) => {
    const part = means ?? meaning(language, language.parts, said['part'] ?? '');
    if (!part) return undefined;
    const says = day === undefined ? { part } : { part, day: { on: 'offset', days: day, months: 0 } as const };
    return { says, only: sure || part === 'end' ? undefined : 'beside-when-not-after-word' };
  });
