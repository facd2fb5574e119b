import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Directory } from '../ports/directory.ts';

/** Whether somebody administers the workspace; false while that cannot be found out. */
export type IsAdmin = (workspace: WorkspaceId, user: SlackUserId) => Promise<boolean>;

export function makeIsAdmin(directory: Pick<Directory, 'person'>): IsAdmin {
  return async (workspace, user) => {
    try {
      return (await directory.person(workspace, user))?.isAdmin ?? false;
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      return false;
    }
  };
}
