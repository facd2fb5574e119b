import { type CalendarFile, slackFile } from '../calendar/slack-file.ts';
import type { Invitee } from '../domain/invitee.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import { type Meeting, organizerOf } from '../domain/meeting.ts';
import type { Clock } from '../ports/clock.ts';

/** The calendar file of one person: nobody else's link or address stands in it. */
export type FileFor = (meeting: Meeting, invitee: Invitee) => CalendarFile;

const REMINDER_MINUTES = 10;

export function makeFileFor(links: JoinLinks, clock: Clock): FileFor {
  return (meeting, invitee) =>
    slackFile(
      {
        uid: `${meeting.id}-${invitee.id}@convene`,
        sequence: meeting.sequence,
        changedAt: meeting.createdAt,
        title: meeting.title,
        notes: null,
        start: meeting.startsAt,
        end: meeting.endsAt,
        joinUrl: links.fileUrlFor(meeting, invitee),
        organizerName: organizerOf(meeting).name ?? 'the organizer',
        series: null,
        reminderMinutes: REMINDER_MINUTES,
      },
      clock.now(),
    );
}
