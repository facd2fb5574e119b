import type { Recurrence } from '../reading.ts';
import type { Amount } from '../says.ts';
import type { CalendarDay } from './calendar.ts';

const BYDAY = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const LONGEST_SEARCH_DAYS = 366;

/** The first day of a series on or after `from` that `isAhead`; `from` itself when there is none within a year. */
export function firstDay(rule: Recurrence, from: CalendarDay, isAhead: (day: CalendarDay) => boolean): CalendarDay {
  for (let ahead = 0; ahead < LONGEST_SEARCH_DAYS; ahead += 1) {
    const day = from.plus({ days: ahead });
    if (isOn(rule, day) && isAhead(day)) return day;
  }
  return from;
}

/** `for 6 weeks`, as the number of times where the rule has a fixed number in it, else as the last day. */
export function lasting(
  rule: Recurrence,
  span: Amount,
  start: CalendarDay | null,
): Pick<Recurrence, 'count' | 'until'> {
  const interval = rule.interval ?? 1;
  const perTurn = rule.byday?.length ?? rule.bymonthday?.length ?? 1;
  const turns =
    rule.freq === 'DAILY' && span.months === 0
      ? span.days
      : rule.freq === 'WEEKLY' && span.months === 0
        ? span.days / 7
        : rule.freq === 'MONTHLY' && span.days === 0
          ? span.months
          : rule.freq === 'YEARLY' && span.days === 0
            ? span.months / 12
            : Number.NaN;
  if (Number.isInteger(turns) && turns >= 1) return { count: Math.ceil(turns / interval) * perTurn };
  const last = start?.plus({ days: span.days, months: span.months }).minus({ days: 1 }).toISODate();
  return last ? { until: last } : {};
}

export function weekdayCode(weekday: number): string {
  return BYDAY[weekday - 1] ?? 'MO';
}

function isOn({ freq, byday, bymonthday }: Recurrence, day: CalendarDay): boolean {
  if (bymonthday) return bymonthday.some((said) => said === day.day || said === day.day - (day.daysInMonth ?? 0) - 1);
  if (!byday) return true;
  const code = weekdayCode(day.weekday);
  if (freq !== 'MONTHLY') return byday.includes(code);
  const fromStart = Math.ceil(day.day / 7);
  const fromEnd = -Math.ceil(((day.daysInMonth ?? 0) - day.day + 1) / 7);
  return byday.includes(`${fromStart}${code}`) || byday.includes(`${fromEnd}${code}`);
}
