import { DateTime } from 'luxon';

/** What is sent so much later than its hour is no morning's agenda any more. */
const AT_MOST_LATE = { hours: 4 };

export interface Morning {
  /** The local date whose agenda is to be sent now, as `2026-03-03`; null when it is none's turn. */
  readonly day: string | null;
  /** When to look again. */
  readonly nextAt: DateTime;
}

/**
 * @param zone where the person is now: who travels gets one for each date, whatever the clocks say
 * @param hour 0 to 23
 * @param lastDay for which it was sent last; null for never
 */
export function morningOf(now: DateTime, zone: string, hour: number, lastDay: string | null): Morning {
  const today = now.setZone(zone).startOf('day');
  const day = dateOf(today);
  const last = lastDay === null ? null : DateTime.fromISO(lastDay, { zone });
  const tomorrow = atHour(DateTime.max(last ?? today, today).plus({ days: 1 }), hour);
  if (lastDay !== null && lastDay >= day) return { day: null, nextAt: tomorrow };
  const at = atHour(today, hour);
  if (now < at) return { day: null, nextAt: at };
  return { day: now < at.plus(AT_MOST_LATE) ? day : null, nextAt: tomorrow };
}

/** The date as the person's calendar has it. */
export function dateOf(at: DateTime): string {
  return at.toFormat('yyyy-MM-dd');
}

/** On a day that skips this hour, the one after it. */
function atHour(day: DateTime, hour: number): DateTime {
  return day.set({ hour, minute: 0, second: 0, millisecond: 0 });
}
