import { addEphemeral } from '../state/messages.ts';
import { text } from '../web-api/arguments.ts';
import { findJoinedConversation, findPerson } from '../web-api/lookups.ts';
import { type MethodFamily, method } from '../web-api/method.ts';
import { Refusal } from '../web-api/refusal.ts';
import { checkSaid, messageArguments } from './message-arguments.ts';

export const EPHEMERAL_METHODS: MethodFamily = {
  'chat.postEphemeral': method({
    scopes: ['chat:write'],
    validate: (args) => ({ channel: text(args, 'channel'), user: text(args, 'user'), said: messageArguments(args) }),
    run(call, { channel, user, said }) {
      if (said.text === undefined && !said.blocks?.length) throw new Refusal('no_text');
      const conversation = findJoinedConversation(call, channel);
      const person = findPerson(call, user, 'user_not_in_channel');
      if (person.deleted || !conversation.members.has(user)) throw new Refusal('user_not_in_channel');
      checkSaid(call, call.args, { private: true, takesUnfurlFlags: true });
      const message = addEphemeral(call.world, call.workspace, conversation, user, {
        user: call.workspace.botUserId,
        text: said.text ?? '',
        blocks: said.blocks ?? [],
      });
      return { message_ts: message.ts };
    },
  }),
};
