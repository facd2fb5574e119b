import type { Workspace } from '../state/workspace.ts';
import type { Args } from './arguments.ts';

const NAMES = ['channel', 'channel_id', 'user', 'user_id', 'users'];

/** The ids of the conversation and the people that a call is about; for a direct message also the person's. */
export function placesOf(workspace: Workspace | null, args: Args): readonly string[] {
  const named = NAMES.flatMap((name) => (typeof args[name] === 'string' ? args[name].split(',') : []));
  return named.flatMap((id) => {
    const conversation = workspace?.conversations.get(id);
    return conversation?.kind === 'im' ? [id, ...conversation.members] : [id];
  });
}
