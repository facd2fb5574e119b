import { inviteFile } from '../calendar/invite-file.ts';
import type { Invitee } from '../domain/invitee.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import { type Meeting, organizerOf } from '../domain/meeting.ts';
import type { Clock } from '../ports/clock.ts';
import type { NewFile } from '../ports/messenger.ts';

/** The calendar file of one person: nobody else's link or address stands in it. */
export type FileFor = (meeting: Meeting, invitee: Invitee) => NewFile;

export function makeFileFor(links: JoinLinks, clock: Clock): FileFor {
  return (meeting, invitee) =>
    inviteFile({
      uid: `${meeting.id}-${invitee.id}@convene`,
      sequence: meeting.sequence,
      title: meeting.title,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      organizerName: organizerOf(meeting).name ?? 'the organizer',
      joinLink: links.fileUrlFor(meeting, invitee),
      changedAt: meeting.createdAt,
      now: clock.now(),
    });
}
