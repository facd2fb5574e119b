import type { DateTime } from 'luxon';
import { acceptedAddress, acceptedLink, acceptedReminder, acceptedSequence, acceptedUid } from './accepted.ts';
import type { CalendarMeeting, Method, MovedOccurrence, People } from './calendar-meeting.ts';
import { escapedText, quotableText } from './content-lines.ts';
import { type EventShape, type EventValues, eventLines } from './event-form.ts';
import { ruleValue } from './rule.ts';
import { descriptionText, nameText, titleText } from './texts.ts';
import { exactTimeValue, localTime, seriesZone, timeValue, utcTime } from './times.ts';

/** What is said about a meeting, to whom and when. */
export interface Sending {
  readonly method: Method;
  readonly status: EventShape['status'];
  /** Null in files and feeds, which ask nobody for an answer. */
  readonly people: People | null;
  readonly reminds: boolean;
  readonly stampedAt: DateTime;
}

/** The meeting's own event, and of a series one more for each occurrence that was moved. */
export function wholeMeeting(meeting: CalendarMeeting, sending: Sending): string[] {
  const { series } = meeting;
  if (!series) return meetingAsSuch(meeting, sending);
  const without = exceptions(meeting, series.without);
  const master = event(
    meeting,
    meeting,
    without === null ? 'rule' : 'rule with exceptions',
    { rule: ruleValue(series.rule, meeting.start), ...(without !== null && { without }) },
    sending,
  );
  return [...master, ...series.moved.flatMap((moved) => oneOccurrence(meeting, moved, sending))];
}

/** The meeting's own event without the rule of a series: enough to say that all of it is off. */
export function meetingAsSuch(meeting: CalendarMeeting, sending: Sending): string[] {
  return event(meeting, meeting, null, {}, sending);
}

/** One occurrence of a series as it now is. */
export function oneOccurrence(meeting: CalendarMeeting, occurrence: MovedOccurrence, sending: Sending): string[] {
  const original = exceptions(meeting, [occurrence.original]) ?? '';
  return event(meeting, occurrence, 'occurrence', { original }, sending);
}

/**
 * Times at which occurrences would have begun, on the clocks of the series, or null for none. All have the hour of the
 * first, also where the clocks skip it: so calendars find them.
 */
function exceptions({ start }: CalendarMeeting, originals: readonly DateTime[]): string | null {
  if (originals.length === 0) return null;
  const zone = seriesZone(start);
  if (!zone) return `:${originals.map(utcTime).join(',')}`;
  const hour = localTime(start).slice(8);
  const days = originals.map((original) => localTime(original.setZone(zone)).slice(0, 8));
  return `;TZID=${zone.name}:${days.map((day) => `${day}${hour}`).join(',')}`;
}

function event(
  meeting: CalendarMeeting,
  { start, end }: Pick<CalendarMeeting, 'start' | 'end'>,
  recurrence: EventShape['recurrence'],
  values: EventValues,
  { method, status, people, reminds, stampedAt }: Sending,
): string[] {
  if (end <= start) throw new RangeError('A meeting ends after its start');
  const zone = meeting.series && seriesZone(meeting.start);
  const value = recurrence === 'occurrence' ? exactTimeValue : timeValue;
  const link = acceptedLink(meeting.joinUrl);
  const reminder = reminds && meeting.reminderMinutes !== null ? acceptedReminder(meeting.reminderMinutes) : null;
  const shape = { method, status, recurrence, attendee: people?.attendee.role ?? null, hasReminder: reminder !== null };
  return eventLines(shape, {
    uid: acceptedUid(meeting.uid),
    sequence: acceptedSequence(meeting.sequence),
    stamp: utcTime(stampedAt),
    changed: utcTime(meeting.changedAt),
    title: escapedText(titleText(meeting.title)),
    description: escapedText(descriptionText(link, meeting.organizerName, meeting.notes)),
    place: escapedText(link),
    link,
    start: value(start, zone),
    end: value(end, zone),
    ...values,
    ...(reminder !== null && { reminder }),
    ...(people && peopleValues(people)),
  });
}

function peopleValues({ organizer, attendee }: People): EventValues {
  return {
    organizerName: shownName(organizer.name, 'Organizer'),
    organizerAddress: acceptedAddress(organizer.address),
    attendeeName: shownName(attendee.name, attendee.address),
    attendeeAddress: acceptedAddress(attendee.address),
  };
}

function shownName(name: string, otherwise: string): string {
  return quotableText(nameText(name)) || quotableText(nameText(otherwise));
}
