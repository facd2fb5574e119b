import type { Element } from './element-state.ts';

/**
 * Blocks as Slack keeps them: it makes up the block ids that the app left out.
 *
 * @param origin differs for every version of a message or view, so that a made-up id is never met again
 */
export function withIds(blocks: readonly unknown[], origin: string): readonly Element[] {
  return blocks.map((block, index) => ({ block_id: `${origin}.${index}`, ...(block as Element) }));
}
