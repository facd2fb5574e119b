import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';

/**
 * Modals and Home tabs. A view is Block Kit as `slack/views` makes it. Every method throws `ChatFault` and nothing else.
 */
export interface Surfaces {
  /** @param triggerId of what the person did last, which lives for three seconds and opens one modal */
  openModal(workspace: WorkspaceId, triggerId: string, view: object): Promise<void>;
  publishHome(workspace: WorkspaceId, user: SlackUserId, view: object): Promise<void>;
}
