import type { DateTime } from 'luxon';
import { answerOf } from '../domain/answers.ts';
import type { MeetingId, SlackUserId, WorkspaceId } from '../domain/ids.ts';
import { inviteeByUser, type Meeting } from '../domain/meeting.ts';
import type { Seats } from '../store/seats.ts';
import type { AgendaEntry, AgendaOf } from './agenda-of.ts';

/** Somebody has another meeting at a time. */
export interface Conflict {
  readonly user: SlackUserId;
  /** Null where it is a meeting that whoever asks has no part in. */
  readonly title: string | null;
  readonly startsAt: DateTime;
  readonly endsAt: DateTime;
}

export interface ConflictQuestion {
  readonly workspace: WorkspaceId;
  /** Who asks. */
  readonly viewer: SlackUserId;
  readonly users: readonly SlackUserId[];
  readonly startsAt: DateTime;
  readonly endsAt: DateTime;
  /** The meeting itself is no conflict. */
  readonly except?: MeetingId | null;
}

/** Who is double-booked, as far as we know; what somebody declined is not in their way. */
export type ConflictsOf = (question: ConflictQuestion) => Promise<Conflict[]>;

/** Somebody waits for the answer. */
const MOST_PEOPLE = 40;

export function makeConflictsOf(deps: {
  readonly agendaOf: AgendaOf;
  readonly seats: Pick<Seats, 'ofMeeting'>;
}): ConflictsOf {
  const { agendaOf, seats } = deps;

  return async ({ workspace, viewer, users, startsAt, endsAt, except = null }) => {
    const found = await Promise.all(
      users.slice(0, MOST_PEOPLE).map(async (user) => {
        const entries = await agendaOf(workspace, user, startsAt, endsAt);
        const others = entries.filter(
          ({ meeting, occurrence }) => meeting.id !== except && occurrence.startsAt < endsAt,
        );
        const standing = await Promise.all(
          others.map(async (entry) => ((await isDeclined(entry, user)) ? [] : [entry])),
        );
        return standing.flat().map(({ meeting, occurrence }) => ({
          user,
          title: maySee(meeting, viewer) ? meeting.title : null,
          startsAt: occurrence.startsAt,
          endsAt: occurrence.endsAt,
        }));
      }),
    );
    return found.flat();
  };

  async function isDeclined({ meeting, occurrence }: AgendaEntry, user: SlackUserId): Promise<boolean> {
    const invitee = inviteeByUser(meeting, user);
    if (!invitee || user === meeting.organizer) return false;
    return answerOf(meeting, occurrence, invitee.id, await seats.ofMeeting(meeting.id)) === 'DECLINED';
  }
}

function maySee(meeting: Meeting, viewer: SlackUserId): boolean {
  return meeting.access === 'public' || inviteeByUser(meeting, viewer) !== null;
}
