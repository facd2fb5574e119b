import { weekdays } from '../values.ts';
import { formReader, type MakeReader } from './reader.ts';

/** `every day except friday`: days of the week on which a series is not. */
export const exceptionReader: MakeReader = (language) =>
  formReader(language, language.exceptions ?? [], 'recurrence', (said) => {
    const except = weekdays(language, said['weekdays'] ?? '');
    return except.length > 0 ? { says: { except } } : undefined;
  });
