import { attendanceOf } from '../domain/attendance.ts';
import { inviteeIdFor, type SlackUserId, type WorkspaceId } from '../domain/ids.ts';
import { inviteeOf } from '../domain/meeting.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import type { Sessions } from '../store/sessions.ts';
import type { Settings } from '../store/settings.ts';

/** Everything that is stored of one person of a workspace, as plain data for JSON; what is stored of others is left out. */
export type ExportPerson = (workspace: WorkspaceId, user: SlackUserId) => Promise<object>;

export function makeExportPerson(deps: {
  readonly meetings: Pick<Meetings, 'ofWorkspace'>;
  readonly settings: Pick<Settings, 'get'>;
  readonly seats: Pick<Seats, 'ofInvitee'>;
  readonly sessions: Pick<Sessions, 'ofMeeting'>;
  readonly clock: Clock;
}): ExportPerson {
  const { meetings, settings, seats, sessions, clock } = deps;

  return async (workspace, user) => {
    const found: object[] = [];
    for await (const meeting of meetings.ofWorkspace(workspace)) {
      const invitee = inviteeOf(meeting, inviteeIdFor(meeting.id, user));
      if (!invitee) continue;
      const { id, title, startsAt, endsAt, status, createdAt, organizer } = meeting;
      const [theirs, happened] = await Promise.all([seats.ofInvitee(id, invitee.id), sessions.ofMeeting(id)]);
      const attended = happened.flatMap((session) =>
        attendanceOf(session, clock.now())
          .filter(({ person }) => person === invitee.id)
          .map(({ firstCameAt, lastLeftAt, total }) => ({
            occurrence: session.occurrence,
            ...{ firstCameAt, lastLeftAt, minutes: Math.round(total.as('minutes')) },
          })),
      );
      found.push({
        meeting: { id, title, startsAt, endsAt, status, createdAt },
        invitee: { id: invitee.id, name: invitee.name, role: invitee.role, isOrganizer: organizer === user },
        seats: theirs.map(({ meeting: _meeting, invitee: _invitee, ...seat }) => seat),
        attended,
      });
    }
    return { workspace, user, settings: await settings.get(workspace, user), meetings: found };
  };
}
