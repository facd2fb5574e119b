import type { Recurrence } from '../../domain/recurrence.ts';
import type { Amount } from '../says.ts';
import { type CalendarDay, daysInMonth, isoDay, monthsLater, partsOf, weekdayCode, weekdayOf } from './calendar.ts';

const LONGEST_SEARCH_DAYS = 366;

/** The first day of a series on or after `from` that `isAhead`; `from` itself when there is none within a year. */
export function firstDay(rule: Recurrence, from: CalendarDay, isAhead: (day: CalendarDay) => boolean): CalendarDay {
  for (let ahead = 0; ahead < LONGEST_SEARCH_DAYS; ahead += 1) {
    if (isOn(rule, from + ahead) && isAhead(from + ahead)) return from + ahead;
  }
  return from;
}

/** `for 6 weeks`, as the number of times where the rule has a fixed number in it, else as the last day. */
export function lasting(rule: Recurrence, span: Amount, start: CalendarDay): Pick<Recurrence, 'count' | 'until'> {
  const perTurn = rule.byday?.length ?? rule.bymonthday?.length ?? 1;
  const turns = turnsIn(rule.freq, span);
  if (Number.isInteger(turns) && turns >= 1) return { count: Math.ceil(turns / (rule.interval ?? 1)) * perTurn };
  return { until: isoDay(monthsLater(start, span.months) + Math.ceil(span.days) - 1) };
}

/** Days, weeks, months or years in a span; not whole where the two do not go together. */
function turnsIn(freq: Recurrence['freq'], { days, months }: Amount): number {
  if (freq === 'DAILY') return months === 0 ? days : Number.NaN;
  if (freq === 'WEEKLY') return months === 0 ? days / 7 : Number.NaN;
  if (days > 0) return Number.NaN;
  return freq === 'MONTHLY' ? months : months / 12;
}

function isOn({ freq, byday, bymonthday }: Recurrence, date: CalendarDay): boolean {
  if (!byday && !bymonthday) return true;
  const { year, month, day } = partsOf(date);
  const last = daysInMonth(year, month);
  if (bymonthday) return bymonthday.some((said) => said === day || said === day - last - 1);
  const code = weekdayCode(weekdayOf(date));
  if (freq !== 'MONTHLY') return byday?.includes(code) ?? true;
  const fromStart = Math.ceil(day / 7);
  const fromEnd = -Math.ceil((last - day + 1) / 7);
  return (byday?.includes(`${fromStart}${code}`) || byday?.includes(`${fromEnd}${code}`)) ?? true;
}
