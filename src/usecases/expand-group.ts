import type { Logger } from 'pino';
import { cardOccurrence } from '../domain/answers.ts';
import { followGroup } from '../domain/changes/people.ts';
import { inviteeIdFor, type SlackUserId } from '../domain/ids.ts';
import { inviteeByUser, type Meeting, type PersonToInvite } from '../domain/meeting.ts';
import type { Unreached } from '../domain/seat.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import { afterFault } from './after-fault.ts';
import type { PerformDelivery } from './perform-delivery.ts';

/** Invites who has come into the groups of a meeting, and takes off who has left them; each group by itself. */
export function makeExpandGroup(deps: {
  readonly meetings: Pick<Meetings, 'find' | 'change' | 'replan'>;
  readonly seats: Pick<Seats, 'get' | 'change'>;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn'>;
}): PerformDelivery {
  const { meetings, seats, directory, clock, log } = deps;

  return async ({ meeting: id }) => {
    const meeting = await meetings.find(id);
    if (meeting?.status !== 'scheduled') return { kind: 'dropped', reason: 'no longer wanted' };
    const failures: string[] = [];
    for (const group of meeting.groups) {
      try {
        const failure = await follow(meeting, group);
        await note(meeting, group, failure);
        if (failure) failures.push(failure);
      } catch (error) {
        if (!(error instanceof ChatFault)) throw error;
        const outcome = afterFault(error);
        if (outcome.kind === 'again') return outcome;
        await note(meeting, group, error.code);
        failures.push(error.code);
      }
    }
    return failures.length > 0 ? { kind: 'parked', reason: failures.join(', ') } : { kind: 'done' };
  };

  /** Why it could not be followed; null when it was, or is not of the meeting any more. @throws ChatFault */
  async function follow(meeting: Meeting, group: string): Promise<string | null> {
    const members = await membersOf(meeting, group);
    const now = clock.now();
    const followed = await meetings.change(meeting.workspace, meeting.id, now, (one) =>
      one.groups.includes(group) ? followGroup(one, group, members, now) : { ok: true, value: one },
    );
    return followed && !followed.ok ? followed.problem.kind : null;
  }

  /** For the organizer, who is told once until it works again. */
  async function note(meeting: Meeting, group: string, reason: string | null): Promise<void> {
    const [seat, occurrence] = [inviteeIdFor(meeting.id, group), cardOccurrence(meeting)];
    const known = (await seats.get(meeting.id, occurrence, seat)).unreached;
    if (!known === (reason === null)) return;
    const at = clock.now();
    const unreached: Unreached | null = reason ? { what: 'group', reason, at, final: true, told: false } : null;
    await seats.change(meeting.id, occurrence, seat, () => ({ unreached }));
    if (reason) log.warn({ meeting: meeting.id, reason }, 'a user group could not be followed');
    await meetings.replan(meeting.id, at);
  }

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
