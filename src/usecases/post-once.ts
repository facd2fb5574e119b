import type { Delivery } from '../domain/delivery.ts';
import type { SlackUserId } from '../domain/ids.ts';
import type { Message, Messenger } from '../ports/messenger.ts';
import type { StillMine } from './hold-claim.ts';

export interface Posted {
  readonly channel: string;
  readonly ts: string;
}

/**
 * Posts a delivery's message to a person. Where an earlier attempt may have arrived unseen, the conversation is looked
 * through before it is repeated; where the app may not look, a repeat is the lesser evil.
 *
 * @throws ChatFault, ClaimLost
 */
export async function postOnce(
  messenger: Messenger,
  delivery: Delivery,
  user: SlackUserId,
  message: Message,
  stillMine: StillMine,
): Promise<Posted> {
  await stillMine();
  const { channel } = await messenger.openConversation(delivery.workspace, user);
  return postIn(messenger, delivery, channel, message, stillMine);
}

/** The same for a conversation that is open. @throws ChatFault, ClaimLost */
export async function postIn(
  messenger: Messenger,
  { workspace, key, plannedAt, isAmbiguous }: Delivery,
  channel: string,
  message: Message,
  stillMine: StillMine,
): Promise<Posted> {
  const found = isAmbiguous ? await messenger.findPosted(workspace, channel, key, plannedAt) : 'absent';
  if (typeof found === 'object') return { channel, ts: found.ts };
  await stillMine();
  const { ts } = await messenger.post(workspace, channel, message, key);
  return { channel, ts };
}
