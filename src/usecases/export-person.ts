import { attendanceOf } from '../domain/attendance.ts';
import { type Contact, isContactOf, isMailContact } from '../domain/contact.ts';
import { personalIdFor, type SlackUserId, type WorkspaceId } from '../domain/ids.ts';
import type { Invitee } from '../domain/invitee.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Clock } from '../ports/clock.ts';
import type { GuestCodeRows } from '../store/guest-codes.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Mornings } from '../store/mornings.ts';
import type { Seats } from '../store/seats.ts';
import type { Sessions } from '../store/sessions.ts';
import type { Settings } from '../store/settings.ts';

/** Everything that is stored of one person of a workspace, as plain data for JSON; what is stored of others is left out. */
export type ExportPerson = (workspace: WorkspaceId, contact: Contact) => Promise<object>;

export function makeExportPerson(deps: {
  readonly meetings: Pick<Meetings, 'ofWorkspace'>;
  readonly settings: Pick<Settings, 'get' | 'feedVersion'>;
  readonly mornings: Pick<Mornings, 'find'>;
  readonly seats: Pick<Seats, 'ofInvitee'>;
  readonly guestCodes: Pick<GuestCodeRows, 'get'>;
  readonly sessions: Pick<Sessions, 'ofMeeting'>;
  readonly clock: Clock;
}): ExportPerson {
  const { meetings, settings, mornings, seats, guestCodes, sessions, clock } = deps;

  return async (workspace, contact) => {
    const found: object[] = [];
    for await (const meeting of meetings.ofWorkspace(workspace)) {
      const theirs = [...meeting.invitees, ...meeting.former].filter((one) => isContactOf(contact, one));
      for (const invitee of theirs) found.push(await placeIn(meeting, invitee));
    }
    const who = isMailContact(contact)
      ? { email: contact }
      : { user: contact, ...(await chosenBy(workspace, contact)) };
    return { workspace, ...who, meetings: found };
  };

  async function placeIn(meeting: Meeting, { id: invitee, name, email, role, user }: Invitee): Promise<object> {
    const { id, title, startsAt, endsAt, status, createdAt, organizer } = meeting;
    const [theirs, codes, happened] = await Promise.all([
      seats.ofInvitee(id, invitee),
      guestCodes.get(id, invitee),
      sessions.ofMeeting(id),
    ]);
    const attended = happened.flatMap((session) =>
      attendanceOf(session, clock.now())
        .filter(({ person }) => person === invitee)
        .map(({ firstCameAt, lastLeftAt, total }) => ({
          occurrence: session.occurrence,
          ...{ firstCameAt, lastLeftAt, minutes: Math.round(total.as('minutes')) },
        })),
    );
    return {
      meeting: { id, title, startsAt, endsAt, status, createdAt },
      invitee: { id: invitee, name, ...(email === null ? {} : { email }), role, isOrganizer: organizer === user },
      seats: theirs.map(({ meeting: _meeting, invitee: _invitee, ...seat }) => seat),
      ...(codes ? { codes } : {}),
      attended,
    };
  }

  async function chosenBy(workspace: WorkspaceId, user: SlackUserId): Promise<object> {
    const [chosen, feedVersion, morning] = await Promise.all([
      settings.get(workspace, user),
      settings.feedVersion(workspace, user),
      mornings.find(personalIdFor(workspace, user)),
    ]);
    return { settings: chosen, feedVersion, morning: morning && { lastDay: morning.lastDay } };
  }
}
