import type { DateTime } from 'luxon';
import { englishHour } from '../../domain/english-time.ts';

/** Why a time cannot be chosen that the clocks skip. @param instead what they show then */
export function skippedTimeText(instead: DateTime, locale: string): string {
  return `There is no such time on that day, since the clocks go forward. The next one is ${englishHour(instead, locale)}.`;
}
