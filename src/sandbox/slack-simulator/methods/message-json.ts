import type { SimMessage } from '../simulator.ts';
import type { Workspace } from '../state/workspace.ts';
import type { World } from '../state/world.ts';
import { fileJson } from './file-json.ts';

/** A message as the Web API and interactions show one; blocks and elements without ids get them here. */
export function messageJson(world: World, workspace: Workspace, message: SimMessage): Record<string, unknown> {
  const files = message.fileIds.flatMap((id) => world.files.get(id) ?? []);
  const isOurs = message.user === workspace.botUserId;
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    team: workspace.id,
    text: message.text,
    ...(isOurs ? { bot_id: workspace.botId, app_id: workspace.appId } : {}),
    ...(message.blocks.length > 0 ? { blocks: withIds(message.blocks) } : {}),
    ...(message.editedTs ? { edited: { user: message.user, ts: message.editedTs } } : {}),
    ...(files.length > 0 ? { files: files.map((file) => fileJson(world, workspace, file)) } : {}),
    ...(message.metadata ? { metadata: message.metadata } : {}),
  };
}

/** Slack makes up the block ids that the app left out. */
export function withIds(blocks: readonly unknown[]): readonly Record<string, unknown>[] {
  return blocks.map((block, index) => ({ block_id: `auto${index}`, ...(block as Record<string, unknown>) }));
}
