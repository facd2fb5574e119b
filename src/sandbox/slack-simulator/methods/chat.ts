import type { SimMessage } from '../simulator.ts';
import { addMessage, changeMessage, findMessage, nextTs, removeMessage } from '../state/messages.ts';
import type { Conversation } from '../state/workspace.ts';
import { type Args, optionalText, text } from '../web-api/arguments.ts';
import { findConversation, findJoinedConversation } from '../web-api/lookups.ts';
import { type Call, type MethodFamily, method } from '../web-api/method.ts';
import { Refusal } from '../web-api/refusal.ts';
import { destination, isDirect } from './direct.ts';
import { addFilesToMessage } from './file-shares.ts';
import { checkSaid, messageArguments } from './message-arguments.ts';
import { messageJson } from './message-json.ts';

/** Longest text that chat.update takes. */
const LONGEST_UPDATE = 4_000;

export const CHAT_METHODS: MethodFamily = {
  'chat.postMessage': method({
    scopes: ['chat:write'],
    validate: (args) => ({ channel: text(args, 'channel'), said: messageArguments(args) }),
    run(call, { channel, said }) {
      if (said.text === undefined && !said.blocks?.length) throw new Refusal('no_text');
      const conversation = destination(call, channel);
      checkSaid(call, call.args, { private: isDirect(conversation), takesUnfurlFlags: true });
      const message = addMessage(call.world, call.workspace, conversation, {
        user: call.workspace.botUserId,
        text: said.text ?? '',
        blocks: said.blocks ?? [],
        metadata: said.metadata ?? null,
      });
      return {
        channel: conversation.id,
        ts: message.ts,
        message: messageJson(call.world, call.workspace, message),
      };
    },
  }),

  'chat.update': method({
    scopes: ['chat:write'],
    validate: (args) => ({ ...place(args), said: messageArguments(args), fileIds: fileIdsOf(args) }),
    run(call, { channel, ts, said, fileIds }) {
      const { conversation, message } = ownMessage(call, channel, ts, 'cant_update_message');
      if (said.text === undefined && said.blocks === undefined && !fileIds) throw new Refusal('no_text');
      if ((said.text ?? '').length > LONGEST_UPDATE) throw new Refusal('msg_too_long');
      checkSaid(call, call.args, { private: isDirect(conversation), takesUnfurlFlags: false });
      const changed = {
        ...message,
        text: said.text ?? message.text,
        blocks: said.blocks ?? (said.text === undefined ? message.blocks : []),
        metadata: said.metadata === undefined ? message.metadata : said.metadata,
        fileIds: fileIds ? addFilesToMessage(call, message, fileIds) : message.fileIds,
        editedTs: nextTs(call.world, conversation),
      };
      changeMessage(call.world, call.workspace, conversation, changed);
      return {
        channel: conversation.id,
        ts,
        text: changed.text,
        message: messageJson(call.world, call.workspace, changed),
      };
    },
  }),

  'chat.delete': method({
    scopes: ['chat:write'],
    validate: place,
    run(call, { channel, ts }) {
      const { conversation } = ownMessage(call, channel, ts, 'cant_delete_message');
      removeMessage(call.world, call.workspace, conversation, ts);
      return { channel: conversation.id, ts };
    },
  }),

  'chat.getPermalink': method({
    scopes: [],
    validate: (args) => ({ channel: text(args, 'channel'), ts: text(args, 'message_ts') }),
    run(call, { channel, ts }) {
      const conversation = findConversation(call, channel);
      if (!findMessage(conversation, ts)) throw new Refusal('message_not_found');
      return { channel, permalink: `${call.world.origin}/archives/${channel}/p${ts.replace('.', '')}` };
    },
  }),
};

function place(args: Args): { channel: string; ts: string } {
  return { channel: text(args, 'channel'), ts: text(args, 'ts') };
}

function fileIdsOf(args: Args): readonly string[] | undefined {
  const value = args['file_ids'];
  return Array.isArray(value) ? value.map(String) : optionalText(args, 'file_ids')?.split(',');
}

function ownMessage(
  call: Call,
  channel: string,
  ts: string,
  notOurs: string,
): { conversation: Conversation; message: SimMessage } {
  const conversation = findJoinedConversation(call, channel);
  const message = findMessage(conversation, ts);
  if (!message) throw new Refusal('message_not_found');
  if (message.user !== call.workspace.botUserId) throw new Refusal(notOurs);
  return { conversation, message };
}
