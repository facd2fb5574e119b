import type { DateTime } from 'luxon';
import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import { upcoming } from '../domain/occurrence.ts';
import type { Agenda } from '../store/agenda.ts';
import type { Meetings } from '../store/meetings.ts';
import { type AgendaEntry, inOrder, runsBetween } from './agenda-of.ts';
import { meetingsOfPerson } from './meetings-of-person.ts';

export interface Plans {
  /** Run by run, those that were cancelled by themselves too. */
  readonly runs: readonly AgendaEntry[];
  /** Of each meeting the next run behind them. */
  readonly later: readonly AgendaEntry[];
}

/** What somebody has on between two moments, and what lies behind; in the order of the starts. */
export type PlansOf = (workspace: WorkspaceId, user: SlackUserId, from: DateTime, to: DateTime) => Promise<Plans>;

export function makePlansOf(deps: {
  readonly agenda: Pick<Agenda, 'meetingsOf'>;
  readonly meetings: Pick<Meetings, 'many'>;
}): PlansOf {
  return async (workspace, user, from, to) => {
    const meetings = await meetingsOfPerson(deps, workspace, user, from);
    const later = meetings.flatMap((meeting) => {
      const occurrence = upcoming(meeting, to, RUNNING_AND_NEXT).find(({ startsAt }) => startsAt > to);
      return occurrence ? [{ meeting, occurrence }] : [];
    });
    return { runs: runsBetween(meetings, from, to), later: inOrder(later) };
  };
}

/** Some may be under way at that moment, and one start at it. */
const RUNNING_AND_NEXT = 10;
