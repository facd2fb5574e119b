import type { CalendarMeeting, CalendarSeries } from '../calendar/calendar-meeting.ts';
import { calendarSequence } from '../domain/calendar-sequence.ts';
import type { Invitee } from '../domain/invitee.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import { type Meeting, organizerOf } from '../domain/meeting.ts';
import { occurrenceOf } from '../domain/occurrence.ts';

/** A meeting as the calendar of one invitee is told of it: with nobody else's link. */
export type CalendarMeetingFor = (meeting: Meeting, invitee: Invitee) => CalendarMeeting;

const REMINDER_MINUTES = 10;

export function makeCalendarMeetingFor(links: JoinLinks): CalendarMeetingFor {
  return (meeting, invitee) => ({
    uid: `${meeting.id}-${invitee.id}@convene`,
    sequence: calendarSequence(meeting, invitee),
    changedAt: meeting.changedAt,
    title: meeting.title,
    notes: meeting.notes,
    start: meeting.startsAt,
    end: meeting.endsAt,
    joinUrl: links.fileUrlFor(meeting, invitee),
    organizerName: organizerOf(meeting).name ?? 'the organizer',
    series: seriesOf(meeting),
    reminderMinutes: REMINDER_MINUTES,
  });
}

/** A change of an occurrence that the series does not have any more is left out: calendars would show one too many. */
function seriesOf(meeting: Meeting): CalendarSeries | null {
  const { series } = meeting;
  if (!series) return null;
  const changed = series.changes.flatMap(({ key }) => occurrenceOf(meeting, key) ?? []);
  const cancelled = new Set(series.changes.filter(({ kind }) => kind === 'cancelled').map(({ key }) => key));
  return {
    rule: series.rule,
    without: changed.filter(({ key }) => cancelled.has(key)).map(({ plannedAt }) => plannedAt),
    moved: changed
      .filter(({ key }) => !cancelled.has(key))
      .map(({ plannedAt, startsAt, endsAt }) => ({ original: plannedAt, start: startsAt, end: endsAt })),
  };
}
