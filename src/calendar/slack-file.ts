import type { DateTime } from 'luxon';
import type { CalendarMeeting, CalendarText } from './calendar-meeting.ts';
import { calendarObject, zonesOf } from './calendar-object.ts';
import { wholeMeeting } from './events.ts';
import { fileName } from './file-name.ts';
import { titleText } from './texts.ts';

export interface CalendarFile extends CalendarText {
  /** Plain ASCII, ending in `.ics`. */
  readonly filename: string;
}

/**
 * A personal calendar file, to be downloaded or shared in Slack. It is published (RFC 5546, 3.2), so no calendar asks
 * for an answer, and it names no ORGANIZER: calendars would write to that address.
 *
 * @throws RangeError for a uid, sequence, link, time or rule that no meeting has
 */
export function slackFile(meeting: CalendarMeeting, now: DateTime): CalendarFile {
  const events = wholeMeeting(meeting, {
    method: 'PUBLISH',
    status: 'CONFIRMED',
    people: null,
    reminds: true,
    stampedAt: now,
  });
  const calendar = calendarObject('PUBLISH', zonesOf([meeting], now), events);
  return { ...calendar, filename: fileName(titleText(meeting.title)) };
}
