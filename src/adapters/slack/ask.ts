import type { WebClient } from '@slack/web-api';
import type { WorkspaceId } from '../../domain/ids.ts';
import { ChatFault } from '../../ports/chat-fault.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Gates } from '../../ports/gates.ts';
import { withChatFaults } from './chat-faults.ts';
import type { ClientFor } from './client.ts';

/** What Slack limits by itself: the methods of the Web API that we call, and the bytes of files. */
export type SlackMethod =
  | 'auth.test'
  | 'auth.teams.list'
  | 'users.info'
  | 'users.list'
  | 'usergroups.list'
  | 'usergroups.users.list'
  | 'conversations.members'
  | 'conversations.open'
  | 'conversations.history'
  | 'chat.postMessage'
  | 'chat.update'
  | 'chat.delete'
  | 'files.getUploadURLExternal'
  | 'files.completeUploadExternal'
  | 'files.info'
  | 'files.delete'
  | 'views.open'
  | 'views.publish'
  | 'upload';

/**
 * Calls a method once, unless Slack asked to wait with it: a 429 holds for this method in this workspace
 * (docs.slack.dev/apis/web-api/rate-limits), whoever calls it.
 *
 * @throws ChatFault and nothing else
 */
export type AskSlack = <T>(
  workspace: WorkspaceId,
  method: SlackMethod,
  call: (slack: WebClient) => Promise<T>,
) => Promise<T>;

export function makeAskSlack(deps: {
  readonly clientFor: ClientFor;
  readonly gates: Gates;
  readonly clock: Clock;
}): AskSlack {
  const { clientFor, gates, clock } = deps;

  return async (workspace, method, call) => {
    const gate = { workspace, what: method };
    const opensAt = gates.opensAt([gate], clock.now());
    if (opensAt) {
      const retryAfterSeconds = opensAt.diff(clock.now()).as('seconds');
      throw new ChatFault('throttled', 'ratelimited', { retryAfterSeconds });
    }
    try {
      const slack = await clientFor(workspace);
      return await withChatFaults(() => call(slack));
    } catch (error) {
      if (error instanceof ChatFault && error.kind === 'throttled') {
        const now = clock.now();
        await gates.close(gate, now.plus({ seconds: error.retryAfterSeconds ?? 1 }), now);
      }
      throw error;
    }
  };
}
