import type { Day, Period } from '../says.ts';
import { type CalendarDay, calendarDay, daysInMonth, monthsLater, partsOf, weekdayOf } from './calendar.ts';

/** The days that words may mean, the nearest first: the first with the time still ahead is taken. */
export interface DayChoice {
  readonly days: readonly CalendarDay[];
  /** Another day that the same words may mean. */
  readonly doubt?: { readonly kind: 'next-weekday' | 'numeric-date'; readonly day: CalendarDay };
}

const MONTHS_IN: Readonly<Record<Period, number>> = { month: 1, quarter: 3, year: 12 };

/** Far enough for a 31st, or for a fifth friday. */
const NEXT_MONTHS = [0, 1, 2, 3];

/** So many years from now there has been a 29 February. */
const YEARS_AHEAD = 9;

/** @param week calendar weeks ahead, where a week was said beside the day */
export function settleDay(day: Day | undefined, week: number | undefined, today: CalendarDay): DayChoice {
  if (!day) return { days: week === undefined ? [today, today + 1] : [today + 7 * week + 1 - weekdayOf(today)] };
  switch (day.on) {
    case 'date':
      return dated(day, today);
    case 'month-start':
    case 'month-end': {
      const { year, month } = partsOf(today);
      const thatYear = day.month < month ? year + 1 : year;
      const date = day.on === 'month-start' ? 1 : daysInMonth(thatYear, day.month);
      return { days: [calendarDay(thatYear, day.month, date)] };
    }
    case 'period-end': {
      const { year, month } = partsOf(today);
      const months = MONTHS_IN[day.period];
      const last = Math.ceil(month / months) * months;
      return { days: [calendarDay(year, last, daysInMonth(year, last))] };
    }
    case 'nth-weekday':
      return { days: nthWeekdays(day, today) };
    case 'weekday':
      return weekdayChoice(day, week, today);
    case 'offset':
      return { days: [monthsLater(today, day.months) + day.days] };
    case 'monthday':
      return { days: monthDays(day, today) };
  }
}

function dated(day: Day & { on: 'date' }, today: CalendarDay): DayChoice {
  const days = yearly(day, today);
  const { swapped, ...said } = day;
  if (!swapped) return { days };
  const other = yearly({ ...said, month: day.day, day: day.month }, today).find((date) => date >= today);
  return other === undefined ? { days } : { days, doubt: { kind: 'numeric-date', day: other } };
}

/** This year's and the next ones, or only that of the year that was said. */
function yearly({ year, month, day }: Day & { on: 'date' }, today: CalendarDay): CalendarDay[] {
  if (year !== undefined) return day <= daysInMonth(year, month) ? [calendarDay(year, month, day)] : [];
  const thisYear = partsOf(today).year;
  const years = Array.from({ length: YEARS_AHEAD }, (_, ahead) => thisYear + ahead);
  return years
    .filter((candidate) => day <= daysInMonth(candidate, month))
    .map((candidate) => calendarDay(candidate, month, day))
    .filter((date) => date >= today);
}

function weekdayChoice(day: Day & { on: 'weekday' }, week: number | undefined, today: CalendarDay): DayChoice {
  const weekday = weekdayOf(today);
  const ahead = (day.weekday - weekday + 7) % 7;
  const coming = today + ahead + (day.plusDays ?? 0);
  const inWeek = (weeks: number) => today + 7 * weeks + day.weekday - weekday + (day.plusDays ?? 0);
  if (week !== undefined) return { days: [inWeek(week)] };
  switch (day.which) {
    case 'last':
      return { days: [today - ((weekday - day.weekday + 7) % 7 || 7)] };
    case 'next': {
      const isDoubtful = ahead > 0 && weekday + ahead <= 7;
      return isDoubtful ? { days: [inWeek(1)], doubt: { kind: 'next-weekday', day: coming } } : { days: [inWeek(1)] };
    }
    default:
      return { days: [coming, coming + 7] };
  }
}

function nthWeekdays(
  { nth, weekday, month, monthsAhead }: Day & { on: 'nth-weekday' },
  today: CalendarDay,
): CalendarDay[] {
  const { year, month: thisMonth } = partsOf(today);
  const months = monthsAhead === undefined ? NEXT_MONTHS : [monthsAhead];
  const begins =
    month === undefined
      ? months.map((ahead) => monthsLater(calendarDay(year, thisMonth, 1), ahead))
      : [calendarDay(year, month, 1), calendarDay(year + 1, month, 1)];
  return begins
    .flatMap((begin) => {
      const first = begin + ((weekday - weekdayOf(begin) + 7) % 7);
      const { year: thatYear, month: thatMonth } = partsOf(begin);
      const last = begin + daysInMonth(thatYear, thatMonth) - 1;
      const date = nth > 0 ? first + 7 * (nth - 1) : last - ((weekdayOf(last) - weekday + 7) % 7);
      return date <= last ? [date] : [];
    })
    .filter((date) => (month === undefined && monthsAhead !== undefined) || date >= today);
}

function monthDays({ day, monthsAhead }: Day & { on: 'monthday' }, today: CalendarDay): CalendarDay[] {
  const { year, month } = partsOf(today);
  const first = calendarDay(year, month, 1);
  const months = monthsAhead === undefined ? NEXT_MONTHS : [monthsAhead];
  return months.flatMap((ahead) => {
    const begin = monthsLater(first, ahead);
    const { year: thatYear, month: thatMonth } = partsOf(begin);
    const last = daysInMonth(thatYear, thatMonth);
    const date = begin + (day === -1 ? last : day) - 1;
    return day <= last && (monthsAhead !== undefined || date >= today) ? [date] : [];
  });
}
