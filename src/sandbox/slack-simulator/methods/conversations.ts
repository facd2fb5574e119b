import { isRecord } from '../blocks/rules.ts';
import { findDirect } from '../state/conversations.ts';
import type { Conversation } from '../state/workspace.ts';
import { flag, ids, optionalText, text } from '../web-api/arguments.ts';
import { findConversation, findJoinedConversation } from '../web-api/lookups.ts';
import { type MethodFamily, method, requireScopes } from '../web-api/method.ts';
import { page, pageRequest } from '../web-api/pages.ts';
import { invalidArguments, Refusal } from '../web-api/refusal.ts';
import { openDirectWith } from './direct.ts';
import { messageJson } from './message-json.ts';

/** The part of a scope's name that stands for a kind of conversation: `channels:read`, `im:history` … */
const SCOPE_OF = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' } as const;
const KIND_OF_TYPE = { public_channel: 'public', private_channel: 'private', im: 'im', mpim: 'mpim' } as const;
const MOST_PEOPLE = 8;

export const CONVERSATION_METHODS: MethodFamily = {
  'conversations.open': method({
    scopes: ['im:write'],
    validate: (args) => ({ users: ids(args, 'users'), channel: optionalText(args, 'channel') }),
    run(call, { users, channel }) {
      if (users.length === 0 && channel === undefined) throw new Refusal('users_list_not_supplied');
      if (users.length > MOST_PEOPLE) throw new Refusal('too_many_users');
      if (users.length > 1) requireScopes(call, ['mpim:write']);
      const isOpen = channel !== undefined || findDirect(call.workspace, users) !== undefined;
      const conversation =
        channel === undefined ? openDirectWith(call, users, 'user_not_found') : findJoinedConversation(call, channel);
      return {
        no_op: isOpen,
        already_open: isOpen,
        channel: flag(call.args, 'return_im') ? conversationJson(conversation) : { id: conversation.id },
      };
    },
  }),

  'conversations.info': method({
    scopes: [],
    validate: (args) => text(args, 'channel'),
    run(call, id) {
      const conversation = findConversation(call, id);
      requireScopes(call, [`${SCOPE_OF[conversation.kind]}:read`]);
      return { channel: conversationJson(conversation) };
    },
  }),

  'conversations.list': method({
    scopes: [],
    isOfTeam: true,
    validate: (args) => ({ page: pageRequest(args, 100), kinds: kinds(ids(args, 'types')) }),
    run(call, { page: request, kinds: wanted }) {
      requireScopes(
        call,
        wanted.map((kind) => `${SCOPE_OF[kind]}:read`),
      );
      const { workspace } = call;
      const visible = [...workspace.conversations.values()].filter(
        ({ kind, members }) => wanted.includes(kind) && (kind === 'public' || members.has(workspace.botUserId)),
      );
      const { items, cursor } = page(visible, request);
      return { channels: items.map(conversationJson), response_metadata: { next_cursor: cursor } };
    },
  }),

  'conversations.members': method({
    scopes: [],
    validate: (args) => ({ channel: text(args, 'channel'), page: pageRequest(args, 100) }),
    run(call, { channel, page: request }) {
      const conversation = findConversation(call, channel);
      requireScopes(call, [`${SCOPE_OF[conversation.kind]}:read`]);
      const { items, cursor } = page([...conversation.members], request);
      return { members: items, response_metadata: { next_cursor: cursor } };
    },
  }),

  'conversations.history': method({
    scopes: [],
    validate: (args) => ({
      channel: text(args, 'channel'),
      oldest: Number(optionalText(args, 'oldest') ?? 0),
      latest: Number(optionalText(args, 'latest') ?? Number.POSITIVE_INFINITY),
      inclusive: flag(args, 'inclusive'),
      withMetadata: flag(args, 'include_all_metadata'),
      page: pageRequest(args, 100),
    }),
    run(call, { channel, oldest, latest, inclusive, withMetadata, page: request }) {
      const conversation = findJoinedConversation(call, channel);
      requireScopes(call, [`${SCOPE_OF[conversation.kind]}:history`]);
      const within = ({ ts }: { ts: string }) =>
        inclusive ? Number(ts) >= oldest && Number(ts) <= latest : Number(ts) > oldest && Number(ts) < latest;
      const { items, cursor } = page(conversation.messages.filter(within).reverse(), request);
      const json = items.map((message) => messageJson(call.world, call.workspace, message));
      return {
        messages: withMetadata ? json : json.map(withoutPayload),
        has_more: cursor !== '',
        response_metadata: { next_cursor: cursor },
      };
    },
  }),
};

function kinds(types: readonly string[]): readonly Conversation['kind'][] {
  if (types.length === 0) return ['public'];
  return types.map((type) => {
    if (!Object.hasOwn(KIND_OF_TYPE, type)) throw invalidArguments(`unknown type: ${type}`);
    return KIND_OF_TYPE[type as keyof typeof KIND_OF_TYPE];
  });
}

function conversationJson({ id, kind, name, members }: Conversation): object {
  return {
    id,
    is_channel: kind === 'public',
    is_group: kind === 'private',
    is_im: kind === 'im',
    is_mpim: kind === 'mpim',
    is_private: kind !== 'public',
    is_archived: false,
    is_open: true,
    num_members: members.size,
    ...(kind === 'im' ? { user: [...members][0] } : { name, name_normalized: name }),
  };
}

/** Without `include_all_metadata` Slack tells only the type. */
function withoutPayload(message: Record<string, unknown>): Record<string, unknown> {
  const { metadata, ...rest } = message;
  return isRecord(metadata) ? { ...rest, metadata: { event_type: metadata['event_type'] } } : rest;
}
