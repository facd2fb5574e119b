import type { Clock, DayPart } from '../says.ts';

const HALF_DAY = 720;
const DAY = 1440;

/** Minutes since the midnight that begins the day; past 1440 on the next one. */
export interface Hours {
  readonly start: number;
  readonly end?: number;
  /** Neither words nor the range say whether 7 is in the morning or in the evening. */
  readonly seven: boolean;
}

/** Which hours were meant. Words win; without any, 8 to 11 are in the morning, 12 is noon and 1 to 6 are after it. */
export function settleHours(clock: Clock, end: Clock | undefined, part: DayPart | undefined): Hours {
  if (!end) return { start: minutesOf(clock, part), seven: isSeven(clock, part) };
  const start = startOfRange(clock, end, part);
  const seven = isSeven(clock, part) && !end.meridiem;
  return { start, end: endOfRange(start, clock, end), seven };
}

/** The start of a range: its end's am or pm is its own as well, unless that would turn the range round. */
function startOfRange(clock: Clock, end: Clock, part: DayPart | undefined): number {
  if (clock.exact || clock.meridiem) return minutesOf(clock, part);
  if (end.meridiem) {
    const last = minutesOf(end, undefined) || DAY;
    const shared = minutesOf({ ...clock, meridiem: end.meridiem }, undefined);
    const other = minutesOf({ ...clock, meridiem: end.meridiem === 'am' ? 'pm' : 'am' }, undefined);
    return shared < last && !(end.meridiem === 'am' && last === DAY) ? shared : other;
  }
  const likely = minutesOf(clock, part);
  const asSaid = clock.hour * 60 + clock.minute;
  return end.exact && end.hour > 0 && likely >= end.hour * 60 + end.minute ? asSaid : likely;
}

function endOfRange(start: number, clock: Clock, end: Clock): number {
  const said = end.hour * 60 + end.minute;
  // On a clock of 24 hours midnight is never 12.
  const isNoon = end.hour === 12 && !end.meridiem && clock.exact && clock.hour > 12;
  if (end.exact || isNoon) return said > start ? said : said + DAY;
  if (end.meridiem) {
    const last = minutesOf(end, undefined);
    return last > start ? last : last + DAY;
  }
  // 24 hour starts such as 14:00 have ends on the same clock only where the end is later; `14-3` is until 15:00.
  const choices = [
    said % HALF_DAY,
    (said % HALF_DAY) + HALF_DAY,
    (said % HALF_DAY) + DAY,
    (said % HALF_DAY) + DAY + HALF_DAY,
  ];
  const shared = clock.meridiem && minutesOf({ ...end, meridiem: clock.meridiem }, undefined);
  if (shared !== undefined && shared > start) return shared;
  return choices.find((choice) => choice > start) ?? start + HALF_DAY;
}

function minutesOf({ hour, minute, meridiem, exact }: Clock, part: DayPart | undefined): number {
  if (exact) return hour * 60 + minute + (hour === 0 && part === 'night' ? DAY : 0);
  const onDial = (hour % 12) * 60 + minute;
  if (meridiem === 'am') return part === 'night' && hour === 12 ? onDial + DAY : onDial;
  if (meridiem === 'pm') return onDial + HALF_DAY;
  switch (part) {
    case 'morning':
      return onDial;
    case 'midday':
      return hour <= 3 || hour === 12 ? onDial + HALF_DAY : onDial;
    case 'afternoon':
    case 'end':
      return onDial + HALF_DAY;
    case 'evening':
      return hour === 12 ? onDial + DAY : onDial + HALF_DAY;
    case 'night':
      return hour === 12 || hour < 5 ? onDial + DAY : onDial + HALF_DAY;
    default:
      return hour >= 7 && hour < 12 ? onDial : onDial + HALF_DAY;
  }
}

function isSeven({ hour, meridiem, exact }: Clock, part: DayPart | undefined): boolean {
  return hour === 7 && !meridiem && !exact && (part === undefined || part === 'midday');
}
