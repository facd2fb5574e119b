import type { DateTime } from 'luxon';
import type { CalendarMeeting, CalendarText } from './calendar-meeting.ts';
import { calendarObject, zoneOf, zonesOf } from './calendar-object.ts';
import { escapedText } from './content-lines.ts';
import { wholeMeeting } from './events.ts';
import { nameText } from './texts.ts';

/**
 * All meetings of one person, for calendars that ask again and again; what is not in it is taken off. Each event is
 * stamped with its last change, so the same meetings give the same text.
 *
 * @param name what the calendar is called
 * @param now in the person's zone; only its year is used
 * @throws RangeError for a uid, sequence, link, time or rule that no meeting has
 */
export function feed(name: string, meetings: readonly CalendarMeeting[], now: DateTime): CalendarText {
  const events = meetings.flatMap((meeting) =>
    wholeMeeting(meeting, {
      method: 'PUBLISH',
      status: 'CONFIRMED',
      people: null,
      reminds: false,
      stampedAt: meeting.changedAt,
    }),
  );
  // A calendar has one component at least (RFC 5545, 3.6).
  const zones = meetings.length > 0 ? zonesOf(meetings, now) : zoneOf(now, now);
  return calendarObject('PUBLISH', zones, events, escapedText(nameText(name) || 'Meetings'));
}
