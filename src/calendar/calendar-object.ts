import type { DateTime } from 'luxon';
import type { CalendarMeeting, CalendarText, Method } from './calendar-meeting.ts';
import { calendarText } from './content-lines.ts';
import { headerLines } from './event-form.ts';
import { timeZoneLines } from './time-zone.ts';
import { seriesZone } from './times.ts';

/** How far ahead clock changes are described that follow no rule. */
const YEARS_AHEAD = 10;

/**
 * A whole calendar: its header, the zones in which its series repeat, its events.
 *
 * @param calendarName escaped; makes it a feed
 */
export function calendarObject(
  method: Method,
  zones: readonly string[],
  events: readonly string[],
  calendarName?: string,
): CalendarText {
  const lines = [...headerLines(method, calendarName), ...zones, ...events, 'END:VCALENDAR'];
  return { method, content: calendarText(lines) };
}

/** One description for each zone that the series of these meetings name. */
export function zonesOf(meetings: readonly CalendarMeeting[], now: DateTime): string[] {
  const starts = new Map<string, DateTime>();
  for (const { start, series } of meetings) {
    const zone = series && seriesZone(start);
    const earlier = zone && starts.get(zone.name);
    if (zone && (!earlier || start < earlier)) starts.set(zone.name, start);
  }
  return [...starts.values()].flatMap((start) => zoneOf(start, now));
}

/** The description of the zone of a time. */
export function zoneOf(start: DateTime, now: DateTime): string[] {
  return timeZoneLines(start.zone, start.year - 1, Math.max(start.year, now.year) + YEARS_AHEAD);
}
