import type { Delivery } from '../domain/delivery.ts';
import type { SlackUserId } from '../domain/ids.ts';
import type { PostedMessage } from '../domain/seat.ts';
import type { Message, Messenger } from '../ports/messenger.ts';
import type { StillMine } from './hold-claim.ts';

export interface Posted {
  readonly at: PostedMessage;
  /** An earlier attempt had arrived, which may have said what was so then. */
  readonly isFound: boolean;
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
  const { workspace } = delivery;
  await stillMine();
  const { channel } = await messenger.openConversation(workspace, user);
  return postIn(messenger, delivery, channel, message, stillMine);
}

/** The same for a conversation that is open. @throws ChatFault, ClaimLost */
export async function postIn(
  messenger: Messenger,
  delivery: Delivery,
  channel: string,
  message: Message,
  stillMine: StillMine,
): Promise<Posted> {
  const { workspace, key } = delivery;
  const found = await findLost(messenger, delivery, channel);
  if (found) return { at: found, isFound: true };
  await stillMine();
  const { ts } = await messenger.post(workspace, channel, message, key);
  return { at: { channel, ts }, isFound: false };
}

/** The message of an earlier attempt whose end nobody saw; null when there is none, or none that can be found. */
export async function findLost(
  messenger: Messenger,
  { workspace, key, plannedAt, isAmbiguous }: Delivery,
  channel: string,
): Promise<PostedMessage | null> {
  const found = isAmbiguous ? await messenger.findPosted(workspace, channel, key, plannedAt) : 'absent';
  return typeof found === 'object' ? { channel, ts: found.ts } : null;
}
