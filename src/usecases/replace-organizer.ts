import type { Logger } from 'pino';
import { hostsBeside, type Successor, takeOver } from '../domain/changes/take-over.ts';
import type { MeetingId, SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { nextOccurrence } from '../domain/occurrence.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory, Person } from '../ports/directory.ts';
import type { Meetings } from '../store/meetings.ts';

/** Resolves to how many meetings have somebody else in charge now. Repeating it is harmless. @throws ChatFault */
export type ReplaceOrganizer = (workspace: WorkspaceId, left: SlackUserId) => Promise<number>;

/**
 * Puts somebody in charge of all meetings to come of a person who has left the workspace: the host who was invited
 * first, else an admin of the workspace.
 */
export function makeReplaceOrganizer(deps: {
  readonly meetings: Pick<Meetings, 'ofWorkspace' | 'change'>;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly wake: () => void;
  readonly log: Pick<Logger, 'info' | 'error'>;
}): ReplaceOrganizer {
  const { meetings, directory, clock, wake, log } = deps;

  return async (workspace, left) => {
    const now = clock.now();
    const firsts = new Map<SlackUserId, MeetingId>();
    let count = 0;
    for await (const meeting of meetings.ofWorkspace(workspace)) {
      if (meeting.organizer !== left || meeting.status !== 'scheduled' || !nextOccurrence(meeting, now)) continue;
      const successor = await successorOf(meeting, left);
      if (!successor) {
        log.error({ workspace, meeting: meeting.id }, 'a meeting has nobody in charge: its organizer has left');
        continue;
      }
      const first = firsts.get(successor.user) ?? meeting.id;
      const taken = await meetings.change(workspace, meeting.id, now, (fresh) =>
        takeOver(fresh, left, successor, first, now),
      );
      if (!taken?.ok) continue;
      firsts.set(successor.user, first);
      count += 1;
    }
    if (count > 0) log.info({ workspace, count }, 'meetings were taken over from somebody who left');
    wake();
    return count;
  };

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
