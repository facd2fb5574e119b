import { openDirect } from '../state/conversations.ts';
import type { Conversation } from '../state/workspace.ts';
import { findJoinedConversation, findPerson } from '../web-api/lookups.ts';
import type { Call } from '../web-api/method.ts';
import { Refusal } from '../web-api/refusal.ts';

/** The bot's direct conversation with these people. @throws Refusal for people that no bot can write to */
export function openDirectWith(call: Call, users: readonly string[], unknownCode: string): Conversation {
  for (const id of users) {
    const person = findPerson(call, id, unknownCode);
    if (person.deleted) throw new Refusal('user_disabled');
    if (person.isStranger) throw new Refusal(unknownCode === 'user_not_found' ? 'user_not_visible' : unknownCode);
    if (person.isBot || person.id === 'USLACKBOT') throw new Refusal('cannot_dm_bot');
  }
  return openDirect(call.world, call.workspace, users);
}

/** Where `chat.postMessage` goes: a conversation of the bot, or the direct message with a person given by id. */
export function destination(call: Call, channel: string): Conversation {
  const conversation = /^[UW]/.test(channel)
    ? openDirectWith(call, [channel], 'channel_not_found')
    : findJoinedConversation(call, channel);
  if (conversation.kind === 'im' && !call.workspace.messagesTabEnabled) throw new Refusal('messages_tab_disabled');
  return conversation;
}

/** Only its two sides read it, so a personal link may stand there. */
export function isDirect({ kind }: Conversation): boolean {
  return kind === 'im';
}
