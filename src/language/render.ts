import type { DateTime, Duration } from 'luxon';
import type { Reading } from './reading.ts';
import { dayOf } from './rules/calendar.ts';
import { onTheClock } from './rules/wall-clock.ts';

const DAY_MINUTES = 1440;

/**
 * When a meeting is, unmistakably: `Tue 10 Feb 2026, 09:00-09:45 Europe/Berlin`, or `Tue 10 Feb 2026` where only the day
 * is known. Read again, at any moment and under any locale, it says the same. Null when nothing is known.
 */
export function renderWhen({ start, length }: Pick<Reading, 'start' | 'length'>): string | null {
  if (!start) return null;
  if ('day' in start) return dayText(start.day);
  return `${dayText(start.at.toISODate() ?? '')}, ${hoursText(start.at, length)}`;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

function dayText(isoDay: string): string {
  const [year, month, day] = isoDay.split('-').map(Number);
  const date = new Date(isoDay);
  return `${WEEKDAYS[(date.getUTCDay() + 6) % 7]} ${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

function hoursText(at: DateTime, length: Duration | null): string {
  const start = at.toFormat('HH:mm');
  const zone = zoneText(at);
  if (!length) return `${start} ${zone}`;
  const end = at.plus(length);
  const minutes = length.as('minutes');
  const isPlain = minutes < DAY_MINUTES && end.offset === at.offset;
  return isPlain ? `${start}-${end.toFormat('HH:mm')} ${zone}` : `${start} ${zone} for ${minutes} min`;
}

/** The zone's name, or its offset where the clock shows this time twice and this is the second. */
function zoneText(at: DateTime): string {
  const { zoneName } = at;
  const { second } = onTheClock(dayOf(at, zoneName ?? 'UTC'), at.hour * 60 + at.minute, zoneName ?? 'UTC');
  return second === at.toMillis() ? `UTC${at.toFormat('Z').replace(/:00$/, '')}` : (zoneName ?? 'UTC');
}
