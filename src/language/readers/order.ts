import { readable } from '../finders.ts';
import type { Language } from '../grammar.ts';
import type { Piece } from '../says.ts';
import { accessReader } from './access.ts';
import { calendarDateReader, monthDayReader, nthWeekdayReader } from './calendar-date.ts';
import { clockReader, ledClockReader } from './clock.ts';
import { clockRangeReader } from './clock-range.ts';
import { dayPartReader } from './day-part.ts';
import { eitherReader } from './either.ts';
import { exceptionReader } from './exception.ts';
import { fromDayReader } from './from-day.ts';
import { fromNowReader } from './from-now.ts';
import { isoReader } from './iso.ts';
import { countReader, lengthReader } from './length.ts';
import { namedDayReader } from './named-day.ts';
import { numericDateReader } from './numeric-date.ts';
import { periodEndReader, periodStartReader } from './period.ts';
import type { MakeReader } from './reader.ts';
import { frequencyReader, ruleReader } from './rule.ts';
import { untilReader } from './until.ts';
import { vagueReader, weekReader } from './week.ts';
import { weekdayReader } from './weekday.ts';
import { zoneReader } from './zone.ts';
import { zonedClockReader } from './zoned-clock.ts';

/**
 * Every form of expression, in order. Where two readers propose the same stretch the earlier one is believed, and the
 * last three look at what the others found.
 */
const READERS: readonly MakeReader[] = [
  isoReader, // unmistakable
  ruleReader, // before weekday: `mon-fri` and `fridays` are rules; before frequency: `every second friday` is every other
  frequencyReader,
  exceptionReader,
  periodStartReader,
  periodEndReader,
  lengthReader, // before clock: `1h30` is a length in most languages
  ledClockReader, // before clock: its lead settles what a bare hour is
  clockReader, // before range: `ten to three` is a time
  clockRangeReader,
  zonedClockReader,
  countReader,
  fromNowReader,
  nthWeekdayReader,
  calendarDateReader, // before numeric dates: `10-feb-2026`
  numericDateReader,
  namedDayReader,
  weekdayReader,
  weekReader,
  monthDayReader,
  dayPartReader,
  vagueReader,
  accessReader,
  zoneReader, // late: many of its names are also words
  eitherReader, // needs the times and days above
  fromDayReader, // needs the days above
  untilReader, // needs the times and days above
];

/** All that the readers propose; pieces may overlap. */
export function makeReaders(language: Language, order: { readonly monthFirst: boolean }): (typed: string) => Piece[] {
  const readers = READERS.map((make) => make(language, order));
  return (typed) => {
    const text = readable(typed, language);
    const found: Piece[] = [];
    for (const read of readers) found.push(...read(text, found));
    return found;
  };
}
