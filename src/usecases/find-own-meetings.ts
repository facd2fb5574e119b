import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { type Occurrence, upcoming } from '../domain/occurrence.ts';
import type { Clock } from '../ports/clock.ts';
import type { AgendaOf } from './agenda-of.ts';

/** A meeting with the run of it that is under way or comes next. */
export interface OwnMeeting {
  readonly meeting: Meeting;
  readonly next: Occurrence;
}

/** The meetings that somebody is in and that are not over, each once, the next first. */
export type FindOwnMeetings = (workspace: WorkspaceId, user: SlackUserId) => Promise<OwnMeeting[]>;

/** Nothing is scheduled farther ahead than a year; a yearly series comes once within this. */
const AHEAD = { days: 400 };

export function makeFindOwnMeetings(deps: { readonly agendaOf: AgendaOf; readonly clock: Clock }): FindOwnMeetings {
  const { agendaOf, clock } = deps;

  return async (workspace, user) => {
    const now = clock.now();
    const found = new Map<string, OwnMeeting>();
    for (const { meeting } of await agendaOf(workspace, user, now, now.plus(AHEAD))) {
      if (found.has(meeting.id)) continue;
      const [next] = upcoming(meeting, now, 1);
      if (next) found.set(meeting.id, { meeting, next });
    }
    return [...found.values()];
  };
}
