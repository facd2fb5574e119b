import type { DateTime } from 'luxon';
import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import { inviteeByUser, type Meeting } from '../domain/meeting.ts';
import { type Occurrence, occurrencesBetween } from '../domain/occurrence.ts';
import type { Agenda } from '../store/agenda.ts';
import type { Meetings } from '../store/meetings.ts';

export interface AgendaEntry {
  readonly meeting: Meeting;
  readonly occurrence: Occurrence;
}

/** What somebody has on between two moments, series run by run, in the order of the starts; cancelled runs are left out. */
export type AgendaOf = (
  workspace: WorkspaceId,
  user: SlackUserId,
  from: DateTime,
  to: DateTime,
) => Promise<AgendaEntry[]>;

export function makeAgendaOf(deps: {
  readonly agenda: Pick<Agenda, 'meetingsOf'>;
  readonly meetings: Pick<Meetings, 'many'>;
}): AgendaOf {
  const { agenda, meetings } = deps;

  return async (workspace, user, from, to) => {
    const ids = await agenda.meetingsOf(workspace, user, from);
    const theirs = (await meetings.many(workspace, ids)).filter(
      (meeting) => meeting.status === 'scheduled' && inviteeByUser(meeting, user),
    );
    return theirs
      .flatMap((meeting) => occurrencesBetween(meeting, from, to).map((occurrence) => ({ meeting, occurrence })))
      .filter(({ occurrence }) => !occurrence.isCancelled)
      .sort((one, other) => one.occurrence.startsAt.toMillis() - other.occurrence.startsAt.toMillis());
  };
}
