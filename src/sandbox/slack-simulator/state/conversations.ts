import { type Conversation, makeConversation, type Workspace } from './workspace.ts';
import type { World } from './world.ts';

/** The app's conversation with these people and nobody else, if it is open. */
export function findDirect(workspace: Workspace, users: readonly string[]): Conversation | undefined {
  const wanted = new Set([...users, workspace.botUserId]);
  return [...workspace.conversations.values()].find(
    ({ kind, members }) =>
      (kind === 'im' || kind === 'mpim') && members.size === wanted.size && [...wanted].every((id) => members.has(id)),
  );
}

/** Opens the app's conversation with these people, or answers the one that is there. */
export function openDirect(world: World, workspace: Workspace, users: readonly string[]): Conversation {
  const open = findDirect(workspace, users);
  if (open) return open;
  const kind = users.length === 1 ? 'im' : 'mpim';
  const id = world.makeId(kind === 'im' ? 'D' : 'G');
  const name = kind === 'im' ? 'directmessage' : `mpdm-${id.toLowerCase()}`;
  const conversation = makeConversation(id, kind, name, [...users, workspace.botUserId]);
  workspace.conversations.set(id, conversation);
  return conversation;
}
