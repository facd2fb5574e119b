import type { Delivery } from '../domain/delivery.ts';
import type { SlackUserId } from '../domain/ids.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Message, Messenger } from '../ports/messenger.ts';

export interface Posted {
  readonly channel: string;
  readonly ts: string;
}

/**
 * Posts a delivery's message to a person. Where an earlier attempt may have arrived unseen, the conversation is looked
 * through before it is repeated; where the app may not look, a repeat is the lesser evil.
 *
 * @throws ChatFault, `ambiguous` as long as the message may stand there although we did not see it
 */
export async function postOnce(
  messenger: Messenger,
  delivery: Delivery,
  user: SlackUserId,
  message: Message,
): Promise<Posted> {
  const { workspace, key, plannedAt } = delivery;
  let mayBeThere = delivery.isAmbiguous;
  try {
    const { channel } = await messenger.openConversation(workspace, user);
    if (mayBeThere) {
      const found = await messenger.findPosted(workspace, channel, key, plannedAt);
      if (typeof found === 'object') return { channel, ts: found.ts };
      mayBeThere = false;
    }
    const { ts } = await messenger.post(workspace, channel, message, key);
    return { channel, ts };
  } catch (error) {
    throw mayBeThere && error instanceof ChatFault ? error.butAmbiguous() : error;
  }
}
