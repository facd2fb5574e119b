import type { Logger } from 'pino';
import { followGroup } from '../domain/changes/people.ts';
import type { SlackUserId } from '../domain/ids.ts';
import { inviteeByUser, type Meeting, type PersonToInvite } from '../domain/meeting.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { Meetings } from '../store/meetings.ts';
import { afterFault } from './after-fault.ts';
import type { PerformDelivery } from './perform-delivery.ts';

/** Invites who has come into the groups of a meeting, and takes off who has left them. */
export function makeExpandGroup(deps: {
  readonly meetings: Pick<Meetings, 'find' | 'change'>;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn'>;
}): PerformDelivery {
  const { meetings, directory, clock, log } = deps;

  return async ({ meeting: id, workspace }) => {
    const meeting = await meetings.find(id);
    if (meeting?.status !== 'scheduled') return { kind: 'dropped', reason: 'no longer wanted' };
    try {
      for (const group of meeting.groups) {
        const members = await membersOf(meeting, group);
        const now = clock.now();
        const followed = await meetings.change(workspace, id, now, (one) =>
          one.groups.includes(group) ? followGroup(one, group, members, now) : { ok: true, value: one },
        );
        if (followed && !followed.ok) {
          log.warn({ meeting: id, problem: followed.problem.kind }, 'a user group could not be followed');
          return { kind: 'parked', reason: followed.problem.kind };
        }
      }
      return { kind: 'done' };
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      if (!error.retryable) log.warn({ meeting: id, code: error.code }, 'a user group could not be looked up');
      return afterFault(error);
    }
  };

  /** Only those who are new are looked at: who is invited already was. */
  async function membersOf(meeting: Meeting, group: string): Promise<PersonToInvite[]> {
    const users = await directory.groupMembers(meeting.workspace, group);
    const members: PersonToInvite[] = [];
    for (const user of users) {
      const known = inviteeByUser(meeting, user);
      const name = known ? known.name : await nameOf(meeting, user);
      if (known || name !== null) members.push({ user, name });
    }
    return members;
  }

  /** Null for bots and for those who have left. */
  async function nameOf({ workspace }: Meeting, user: SlackUserId): Promise<string | null> {
    const person = await directory.person(workspace, user);
    return person?.kind === 'person' ? person.name : null;
  }
}
