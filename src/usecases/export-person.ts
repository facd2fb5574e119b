import { inviteeIdFor, type SlackUserId, type WorkspaceId } from '../domain/ids.ts';
import { inviteeOf, ONLY_OCCURRENCE } from '../domain/meeting.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';

/** Everything that is stored of one person of a workspace, as plain data for JSON; what is stored of others is left out. */
export type ExportPerson = (workspace: WorkspaceId, user: SlackUserId) => Promise<object>;

export function makeExportPerson(deps: {
  readonly meetings: Pick<Meetings, 'ofWorkspace'>;
  readonly seats: Pick<Seats, 'get'>;
}): ExportPerson {
  const { meetings, seats } = deps;

  return async (workspace, user) => {
    const found: object[] = [];
    for await (const meeting of meetings.ofWorkspace(workspace)) {
      const invitee = inviteeOf(meeting, inviteeIdFor(meeting.id, user));
      if (!invitee) continue;
      const { id, title, startsAt, endsAt, status, createdAt, organizer } = meeting;
      const { name, card, file, unreached, participantId, enteredAt } = await seats.get(
        id,
        ONLY_OCCURRENCE,
        invitee.id,
      );
      found.push({
        meeting: { id, title, startsAt, endsAt, status, createdAt },
        invitee: { id: invitee.id, name: invitee.name, role: invitee.role, isOrganizer: organizer === user },
        seat: { name, card, file, unreached, participantId, enteredAt },
      });
    }
    return { workspace, user, meetings: found };
  };
}
