import type { Logger } from 'pino';
import { hostsBeside, partWith, type Successor, takeOver } from '../domain/changes/take-over.ts';
import type { MeetingId, SlackUserId, WorkspaceId } from '../domain/ids.ts';
import { inviteeByUser, type Meeting } from '../domain/meeting.ts';
import { lastEnd, nextOccurrence } from '../domain/occurrence.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory, Person } from '../ports/directory.ts';
import type { Meetings } from '../store/meetings.ts';

/** Resolves to how many meetings go on without this person now. Repeating it is harmless. @throws ChatFault */
export type PartWith = (workspace: WorkspaceId, left: SlackUserId) => Promise<number>;

/** After the end of a meeting its door may be open for those who were in; not for longer than this. */
const DOOR_SHUTS_AFTER = { days: 1 };

/**
 * Takes a person who has left the workspace off all meetings that anybody may still come into, by their links too. Of
 * those to come that were theirs somebody else is put in charge: the host who was invited first, else an
 * admin of the workspace.
 */
export function makePartWith(deps: {
  readonly meetings: Pick<Meetings, 'ofWorkspace' | 'change'>;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly wake: () => void;
  readonly log: Pick<Logger, 'info' | 'error'>;
}): PartWith {
  const { meetings, directory, clock, wake, log } = deps;

  return async (workspace, left) => {
    const now = clock.now();
    const shut = new Set<MeetingId>();
    const theirs: Meeting[] = [];
    // The doors first: who takes over is asked of the directory, which may fail.
    for await (const meeting of meetings.ofWorkspace(workspace)) {
      const end = lastEnd(meeting);
      const isOver = end !== null && end.plus(DOOR_SHUTS_AFTER) <= now;
      if (meeting.status !== 'scheduled' || isOver || !inviteeByUser(meeting, left)) continue;
      if (await change(meeting, (fresh) => ok(partWith(fresh, left, now)))) shut.add(meeting.id);
      if (meeting.organizer === left && nextOccurrence(meeting, now)) theirs.push(meeting);
    }
    wake();
    const firsts = new Map<SlackUserId, MeetingId>();
    for (const meeting of theirs) {
      const successor = await successorOf(meeting, left);
      if (!successor) {
        log.error({ workspace, meeting: meeting.id }, 'a meeting has nobody in charge: its organizer has left');
        continue;
      }
      const first = firsts.get(successor.user) ?? meeting.id;
      const isTaken = await change(meeting, (fresh) => {
        const taken = takeOver(fresh, left, successor, first, now);
        return taken.ok ? ok(partWith(taken.value, left, now)) : taken;
      });
      if (!isTaken) continue;
      firsts.set(successor.user, first);
      shut.add(meeting.id);
    }
    if (shut.size > 0) log.info({ workspace, count: shut.size }, 'meetings go on without somebody who left');
    wake();
    return shut.size;
  };

  /** Whether it is another meeting after that. */
  async function change<P>(
    { workspace, id }: Meeting,
    how: (meeting: Meeting) => Result<Meeting, P>,
  ): Promise<boolean> {
    let isNews = false;
    const changed = await meetings.change(workspace, id, clock.now(), (fresh) => {
      const after = how(fresh);
      isNews = after.ok && after.value !== fresh;
      return after;
    });
    return changed !== null && isNews;
  }

  async function successorOf(meeting: Meeting, left: SlackUserId): Promise<Successor | null> {
    for (const user of hostsBeside(meeting, left)) {
      const person = await directory.person(meeting.workspace, user);
      if (person?.kind === 'person') return asSuccessor(person);
    }
    const admin = (await directory.admins(meeting.workspace, left)).find(({ user }) => user !== left);
    return admin ? asSuccessor(admin) : null;
  }
}

function asSuccessor({ user, name }: Person): Successor {
  return { user, name, role: 'host' };
}
