import { settleHours } from '../rules/hours.ts';
import type { Clock } from '../says.ts';
import { clock } from '../values.ts';
import { formReader, type MakeReader } from './reader.ts';

/** What is longer is rather no time: `24-7`. */
const WORKING_DAY_MINUTES = 480;

/** `9-9:45`, `from 3 to 4:30pm`, `between 10 and 11`. Two bare hours (`3-5`) count only beside a day or at the end of a thought. */
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
      const isTime = sure || !(firstBare && lastBare);
      return {
        says: { clock: start, end },
        only: isTime ? undefined : isShort(start, end) ? 'beside-when-or-alone' : 'beside-when',
      };
    },
    joint,
  );
};

function isShort(first: Clock, last: Clock): boolean {
  const { start, end = start } = settleHours(first, last, undefined);
  return end - start <= WORKING_DAY_MINUTES;
}
