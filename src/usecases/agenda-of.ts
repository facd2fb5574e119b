import type { DateTime } from 'luxon';
import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import { inviteeByUser, type Meeting } from '../domain/meeting.ts';
import { type Occurrence, occurrencesBetween } from '../domain/occurrence.ts';
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

export function makeAgendaOf({ meetings }: { readonly meetings: Pick<Meetings, 'ofWorkspace'> }): AgendaOf {
  return async (workspace, user, from, to) => {
    const found: AgendaEntry[] = [];
    for await (const meeting of meetings.ofWorkspace(workspace)) {
      if (meeting.status !== 'scheduled' || !inviteeByUser(meeting, user)) continue;
      for (const occurrence of occurrencesBetween(meeting, from, to)) {
        if (!occurrence.isCancelled) found.push({ meeting, occurrence });
      }
    }
    return found.sort((one, other) => one.occurrence.startsAt.toMillis() - other.occurrence.startsAt.toMillis());
  };
}
