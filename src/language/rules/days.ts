import type { Day } from '../says.ts';
import { type CalendarDay, daysInMonth } from './calendar.ts';

/** The days that words may mean, the nearest first: the first with the time still ahead is taken. */
export interface DayChoice {
  readonly days: readonly CalendarDay[];
  /** Another day that the same words may mean. */
  readonly doubt?: { readonly kind: 'next-weekday' | 'numeric-date'; readonly day: CalendarDay };
}

/** @param week calendar weeks ahead, where a week was said beside the day */
export function settleDay(day: Day | undefined, week: number | undefined, today: CalendarDay): DayChoice {
  if (!day) return { days: [today, today.plus({ days: 1 })] };
  switch (day.on) {
    case 'date':
      return dated(day, today);
    case 'month-end': {
      const year = day.month < today.month ? today.year + 1 : today.year;
      return { days: [today.set({ year, month: day.month, day: daysInMonth(year, day.month) })] };
    }
    case 'weekday':
      return weekdayChoice(day, week, today);
    case 'offset':
      return { days: [today.plus({ days: day.days, months: day.months })] };
    case 'monthday':
      return { days: monthDays(day, today) };
  }
}

function dated(day: Day & { on: 'date' }, today: CalendarDay): DayChoice {
  const days = yearly(day, today);
  const { swapped, ...said } = day;
  const [other] = swapped
    ? yearly({ ...said, month: day.day, day: day.month }, today).filter((date) => date >= today)
    : [];
  return other ? { days, doubt: { kind: 'numeric-date', day: other } } : { days };
}

/** This year's and the next ones, or only that of the year that was said. */
function yearly({ year, month, day }: Day & { on: 'date' }, today: CalendarDay): CalendarDay[] {
  const years = year === undefined ? Array.from({ length: 9 }, (_, ahead) => today.year + ahead) : [year];
  return years
    .filter((candidate) => day <= daysInMonth(candidate, month))
    .map((candidate) => today.set({ year: candidate, month, day }))
    .filter((date) => year !== undefined || date >= today);
}

function weekdayChoice(day: Day & { on: 'weekday' }, week: number | undefined, today: CalendarDay): DayChoice {
  const ahead = (day.weekday - today.weekday + 7) % 7;
  const coming = today.plus({ days: ahead + (day.plusDays ?? 0) });
  const inWeek = (weeks: number) => today.plus({ days: 7 * weeks + day.weekday - today.weekday + (day.plusDays ?? 0) });
  if (week !== undefined) return { days: [inWeek(week)] };
  switch (day.which) {
    case 'last':
      return { days: [today.minus({ days: (today.weekday - day.weekday + 7) % 7 || 7 })] };
    case 'next': {
      const next = inWeek(1);
      const isDoubtful = ahead > 0 && today.weekday + ahead <= 7;
      return isDoubtful ? { days: [next], doubt: { kind: 'next-weekday', day: coming } } : { days: [next] };
    }
    default:
      return { days: [coming, coming.plus({ days: 7 })] };
  }
}

function monthDays({ day, monthsAhead }: Day & { on: 'monthday' }, today: CalendarDay): CalendarDay[] {
  const months = monthsAhead === undefined ? [0, 1, 2, 3] : [monthsAhead];
  return months
    .map((ahead) => today.set({ day: 1 }).plus({ months: ahead }))
    .filter(({ year, month }) => day <= daysInMonth(year, month))
    .map((first) => (day === -1 ? first.endOf('month').startOf('day') : first.set({ day })))
    .filter((date) => monthsAhead !== undefined || date >= today);
}
