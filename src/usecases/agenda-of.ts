import type { DateTime } from 'luxon';
import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { type Occurrence, occurrencesBetween } from '../domain/occurrence.ts';
import type { Agenda } from '../store/agenda.ts';
import type { Meetings } from '../store/meetings.ts';
import { meetingsOfPerson } from './meetings-of-person.ts';

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
  return async (workspace, user, from, to) => {
    const runs = runsBetween(await meetingsOfPerson(deps, workspace, user, from), from, to);
    return runs.filter(({ occurrence }) => !occurrence.isCancelled);
  };
}

/** Each run, cancelled ones too, in the order of the starts. */
export function runsBetween(meetings: readonly Meeting[], from: DateTime, to: DateTime): AgendaEntry[] {
  return inOrder(
    meetings.flatMap((meeting) => occurrencesBetween(meeting, from, to).map((occurrence) => ({ meeting, occurrence }))),
  );
}

export function inOrder(entries: readonly AgendaEntry[]): AgendaEntry[] {
  return [...entries].sort((one, other) => one.occurrence.startsAt.toMillis() - other.occurrence.startsAt.toMillis());
}
