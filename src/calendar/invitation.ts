import type { DateTime } from 'luxon';
import type { CalendarMeeting, CalendarText, MovedOccurrence, People } from './calendar-meeting.ts';
import { calendarObject, zonesOf } from './calendar-object.ts';
import { meetingAsSuch, oneOccurrence, type Sending, wholeMeeting } from './events.ts';

/*
 * What is mailed to one person (RFC 5546). A calendar takes the newest by uid, occurrence and sequence, so each of
 * these has the meeting's sequence as it is after the change, and `now` is when it is made. All throw a RangeError for
 * a uid, sequence, link, time, rule or address that cannot be.
 */

/** Asks for an answer to the meeting as it now is: at first, and again when all of it changed. */
export function invitation(meeting: CalendarMeeting, people: People, now: DateTime): CalendarText {
  return calendarObject('REQUEST', zonesOf([meeting], now), wholeMeeting(meeting, request(people, now)));
}

/** Says that the meeting is off, a series with all its occurrences. */
export function cancellation(meeting: CalendarMeeting, people: People, now: DateTime): CalendarText {
  return calendarObject('CANCEL', zonesOf([meeting], now), meetingAsSuch(meeting, cancel(people, now)));
}

/** Says to one person that the meeting goes on without them (RFC 5546, 3.2.5). */
export function personTakenOff(meeting: CalendarMeeting, people: People, now: DateTime): CalendarText {
  const sending = { ...cancel(people, now), status: null };
  return calendarObject('CANCEL', zonesOf([meeting], now), meetingAsSuch(meeting, sending));
}

/** Asks for an answer to one occurrence of a series at its new time. */
export function occurrenceMoved(
  meeting: CalendarMeeting,
  moved: MovedOccurrence,
  people: People,
  now: DateTime,
): CalendarText {
  return calendarObject('REQUEST', zonesOf([meeting], now), oneOccurrence(meeting, moved, request(people, now)));
}

/**
 * Says that one occurrence of a series is off.
 *
 * @param original when it would have begun by the rule, also where it was moved since
 */
export function occurrenceCancelled(
  meeting: CalendarMeeting,
  original: DateTime,
  people: People,
  now: DateTime,
): CalendarText {
  const length = meeting.end.diff(meeting.start);
  const occurrence = { original, start: original, end: original.plus(length) };
  return calendarObject('CANCEL', zonesOf([meeting], now), oneOccurrence(meeting, occurrence, cancel(people, now)));
}

function request(people: People, now: DateTime): Sending {
  return { method: 'REQUEST', status: 'CONFIRMED', people, reminds: true, stampedAt: now };
}

function cancel(people: People, now: DateTime): Sending {
  return { method: 'CANCEL', status: 'CANCELLED', people, reminds: false, stampedAt: now };
}
