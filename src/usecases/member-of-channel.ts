import type { Logger } from 'pino';
import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Directory, Person } from '../ports/directory.ts';
import { lookingUpPeople } from './look-up-people.ts';

export type MemberProblem =
  | { readonly kind: 'not-in-channel' }
  | { readonly kind: 'not-a-person' }
  | { readonly kind: 'stranger' }
  | { readonly kind: 'unanswered' };

/** Who pressed a button in a channel, if they are one of those whom a meeting there is for. */
export type MemberOfChannel = (
  workspace: WorkspaceId,
  channel: string,
  user: SlackUserId,
) => Promise<Result<Person, MemberProblem>>;

const LOOKUP_MS = 1_500;

export function makeMemberOfChannel(directory: Directory, log: Pick<Logger, 'warn'>): MemberOfChannel {
  return async (workspace, channel, user) => {
    const person = await lookingUpPeople(directory, workspace, LOOKUP_MS, log)(user);
    if (person === 'unanswered') return refuse({ kind: 'unanswered' });
    if (person?.kind === 'stranger') return refuse({ kind: 'stranger' });
    if (person?.kind !== 'person') return refuse({ kind: 'not-a-person' });
    return (await isMember(workspace, channel, user)) ? ok(person) : refuse({ kind: 'not-in-channel' });
  };

  /** Where the app may not look, Slack showed the message to this person in this channel, which is as good. */
  async function isMember(workspace: WorkspaceId, channel: string, user: SlackUserId): Promise<boolean> {
    try {
      return (await directory.isInChannel(workspace, channel, user)) !== false;
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      log.warn({ workspace, code: error.code }, 'the members of a channel could not be looked up');
      return true;
    }
  }
}
