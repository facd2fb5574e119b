import type { DateTime } from 'luxon';
import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import { inviteeByUser, type Meeting } from '../domain/meeting.ts';
import type { Agenda } from '../store/agenda.ts';
import type { Meetings } from '../store/meetings.ts';

/** The scheduled meetings of somebody that are not over at a moment. The index may be out of date, so each is looked at. */
export async function meetingsOfPerson(
  { agenda, meetings }: { readonly agenda: Pick<Agenda, 'meetingsOf'>; readonly meetings: Pick<Meetings, 'many'> },
  workspace: WorkspaceId,
  user: SlackUserId,
  from: DateTime,
): Promise<Meeting[]> {
  const ids = await agenda.meetingsOf(workspace, user, from);
  return (await meetings.many(workspace, ids)).filter(
    (meeting) => meeting.status === 'scheduled' && inviteeByUser(meeting, user),
  );
}
