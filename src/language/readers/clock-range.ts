import { clock } from '../values.ts';
import { formReader, type MakeReader } from './reader.ts';

/** `9-9:45`, `from 3 to 4:30pm`, `between 10 and 11`. Two bare hours (`3-5`) count only beside a day. */
export const clockRangeReader: MakeReader = (language) => {
  const joint = new RegExp(language.rangeJoints ?? '', 'u');
  return formReader(
    language,
    language.clockRanges,
    'time',
    (said, { sure }) => {
      const first = clock(language, said['first'] ?? '');
      const last = clock(language, said['last'] ?? '');
      if (!first || !last) return undefined;
      if (first.hour === last.hour && first.minute === last.minute && first.meridiem === last.meridiem)
        return undefined;
      const { bare: firstBare, ...start } = first;
      const { bare: lastBare, ...end } = last;
      return { says: { clock: start, end }, only: sure || !(firstBare && lastBare) ? undefined : 'beside-when' };
    },
    joint,
  );
};
