import type { Logger } from 'pino';
import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Directory, Person } from '../ports/directory.ts';

/** A person, null for an id that nobody has, or `unanswered` when the workspace did not tell in time. */
export type LookedUp = Person | null | 'unanswered';

export type LookUpPerson = (user: SlackUserId) => Promise<LookedUp>;

/**
 * Looks people up for somebody who is waiting for an answer: from now on for `withinMs` in all. What is not known by
 * then, or cannot be asked now, is `unanswered` and no error.
 */
export function lookingUpPeople(
  directory: Directory,
  workspace: WorkspaceId,
  withinMs: number,
  log: Pick<Logger, 'warn'>,
): LookUpPerson {
  const timeIsUp = new Promise<'unanswered'>((resolve) => {
    setTimeout(resolve, withinMs, 'unanswered').unref();
  });

  return (user) => {
    const answer = directory.person(workspace, user).catch((error: unknown) => {
      if (!(error instanceof ChatFault)) throw error;
      log.warn({ workspace, code: error.code }, 'a person could not be looked up');
      return 'unanswered' as const;
    });
    return Promise.race([answer, timeIsUp]);
  };
}
