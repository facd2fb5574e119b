import type { BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Logger } from 'pino';
import type { SlackUserId, WorkspaceId } from '../../domain/ids.ts';
import { newReference } from '../../log/reference.ts';
import { originOf } from '../origin-of.ts';
import { words } from '../views/blocks.ts';
import type { Rendered } from '../views/render-message.ts';
import { respondingTo } from './responding-to.ts';

export type Press = SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;

/** Who presses, and where: the only thing a press is believed. */
export function presserOf({ body }: Press): { readonly workspace: WorkspaceId; readonly user: SlackUserId } {
  return { workspace: originOf(body).workspace, user: body.user.id as SlackUserId };
}

/**
 * Acknowledges a press at once, since Slack waits three seconds only, does what it asks for, and says privately what
 * came of it, or that something broke.
 *
 * @param act resolves to what to say; null for nothing
 * @param replaces whether that takes the place of the private message that the button stands under
 */
export async function answeringPress(
  press: Press,
  apiUrl: string,
  log: Pick<Logger, 'error'>,
  act: () => Promise<Rendered | null>,
  replaces = false,
): Promise<void> {
  await press.ack();
  const said = await act().catch((error: unknown) => {
    const reference = newReference();
    log.error({ reference, err: error }, 'a press failed');
    return words(`Something broke on our side. Please press it again in a moment. (Reference ${reference})`);
  });
  if (!said) return;
  const respond = respondingTo(press.body.response_url, press.respond, apiUrl);
  await respond({ response_type: 'ephemeral', replace_original: replaces, text: said.text, blocks: said.blocks });
}
