import { type CalendarFile, slackFile } from '../calendar/slack-file.ts';
import type { Invitee } from '../domain/invitee.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Clock } from '../ports/clock.ts';
import { makeCalendarMeetingFor } from './calendar-meeting-for.ts';

/** The calendar file of one person: nobody else's link or address stands in it. */
export type FileFor = (meeting: Meeting, invitee: Invitee) => CalendarFile;

export function makeFileFor(links: JoinLinks, clock: Clock): FileFor {
  const calendarMeetingFor = makeCalendarMeetingFor(links);
  return (meeting, invitee) => slackFile(calendarMeetingFor(meeting, invitee), clock.now());
}
