import type { Logger } from 'pino';
import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Directory } from '../ports/directory.ts';

/** Who is in a group, or why that cannot be told: the app may not look, there is no such group, or no answer in time. */
export type GroupLookedUp = readonly SlackUserId[] | 'not-allowed' | 'unknown' | 'unanswered';

export type LookUpGroup = (group: string) => Promise<GroupLookedUp>;

/** Looks groups up for somebody who is waiting for an answer: from now on for `withinMs` in all. */
export function lookingUpGroups(
  directory: Pick<Directory, 'groupMembers'>,
  workspace: WorkspaceId,
  withinMs: number,
  log: Pick<Logger, 'warn'>,
): LookUpGroup {
  const timeIsUp = new Promise<'unanswered'>((resolve) => {
    setTimeout(resolve, withinMs, 'unanswered').unref();
  });

  return (group) => {
    const answer = directory.groupMembers(workspace, group).catch((error: unknown) => {
      if (!(error instanceof ChatFault)) throw error;
      log.warn({ workspace, code: error.code }, 'a user group could not be looked up');
      if (error.code === 'missing_scope' || error.code === 'plan_upgrade_required') return 'not-allowed' as const;
      return error.retryable ? ('unanswered' as const) : ('unknown' as const);
    });
    return Promise.race([answer, timeIsUp]);
  };
}
