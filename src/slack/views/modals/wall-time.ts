import { DateTime } from 'luxon';

/** What a date picker and a time picker say, at the first of two moments where the clocks show it twice; null for no time. */
export function wallTime(day: string, time: string, zone: string): DateTime | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const at = DateTime.fromISO(`${day}T${time}`, { zone });
  return DateTime.min(...at.getPossibleOffsets()) ?? at;
}
