import { DateTime } from 'luxon';
import type { CalendarMeeting, CalendarSeries, People } from '../../src/calendar/calendar-meeting.ts';

export const LINK = 'https://meet.acme.org/j/mT9xKc4RzL.i7Vw2.1.sNbYd3JfGa6EuQ8?s=2';

export const now = DateTime.fromISO('2026-03-02T12:00:05Z', { zone: 'utc' });

export function at(local: string, zone = 'Europe/Berlin'): DateTime {
  return DateTime.fromISO(local, { zone });
}

/** Half an hour on a Friday morning in Berlin, once. */
export function aMeeting(part: Partial<CalendarMeeting> = {}): CalendarMeeting {
  return {
    uid: 'mT9xKc4RzL-i7Vw2@meet.acme.org',
    sequence: 0,
    changedAt: DateTime.fromISO('2026-03-02T12:00:00Z', { zone: 'utc' }),
    title: 'Standup',
    notes: null,
    start: at('2026-03-06T09:00'),
    end: at('2026-03-06T09:30'),
    joinUrl: LINK,
    organizerName: 'Ann',
    series: null,
    reminderMinutes: 10,
    ...part,
  };
}

/** Every Friday from 6 March to 26 June 2026, unless another rule is given. */
export function aSeries(part: Partial<CalendarSeries> = {}, rest: Partial<CalendarMeeting> = {}): CalendarMeeting {
  const rule = { freq: 'WEEKLY', byday: ['FR'], until: '2026-06-26' } as const;
  return aMeeting({ series: { rule, without: [], moved: [], ...part }, ...rest });
}

export const people: People = {
  organizer: { name: 'Ann (via Convene)', address: 'convene@acme.org' },
  attendee: { name: 'Bob', address: 'bob@acme.org', role: 'invitee' },
};
