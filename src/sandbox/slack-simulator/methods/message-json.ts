import { withIds } from '../blocks/block-ids.ts';
import type { Element } from '../blocks/element-state.ts';
import type { SimMessage } from '../simulator.ts';
import type { Workspace } from '../state/workspace.ts';
import type { World } from '../state/world.ts';
import { fileJson } from './file-json.ts';

/** A message as the Web API and interactions show one. */
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
    ...(message.blocks.length > 0 ? { blocks: blocksOf(message) } : {}),
    ...(message.editedTs ? { edited: { user: message.user, ts: message.editedTs } } : {}),
    ...(files.length > 0 ? { files: files.map((file) => fileJson(world, workspace, file)) } : {}),
    ...(message.metadata ? { metadata: message.metadata } : {}),
  };
}

/** The blocks of a message, each with its id. */
export function blocksOf({ blocks, ts, editedTs }: SimMessage): readonly Element[] {
  return withIds(blocks, editedTs ?? ts);
}
