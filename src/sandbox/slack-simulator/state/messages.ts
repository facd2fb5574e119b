import type { SimMessage } from '../simulator.ts';
import type { Conversation, Workspace } from './workspace.ts';
import type { World } from './world.ts';

export type NewMessage = Pick<SimMessage, 'user' | 'text'> & Partial<SimMessage>;

/** Slack's `ts` for something said now; unique and increasing within the conversation. */
export function nextTs(world: World, conversation: Conversation): string {
  const micros = Math.max(Math.floor(world.clock() * 1_000), conversation.lastMicros + 1);
  conversation.lastMicros = micros;
  return `${Math.floor(micros / 1_000_000)}.${(micros % 1_000_000).toString().padStart(6, '0')}`;
}

export function addMessage(
  world: World,
  workspace: Workspace,
  conversation: Conversation,
  fields: NewMessage,
): SimMessage {
  const message = makeMessage(world, conversation, fields);
  conversation.messages.push(message);
  world.journal.tell({ kind: 'message', team: workspace.id, channel: conversation.id, message });
  return message;
}

export function addEphemeral(
  world: World,
  workspace: Workspace,
  conversation: Conversation,
  reader: string,
  fields: NewMessage,
): SimMessage {
  const message = makeMessage(world, conversation, fields);
  workspace.ephemerals.set(reader, [...(workspace.ephemerals.get(reader) ?? []), message]);
  world.journal.tell({ kind: 'ephemeral', team: workspace.id, user: reader, message });
  return message;
}

export function findMessage(conversation: Conversation, ts: string): SimMessage | undefined {
  return conversation.messages.find((message) => message.ts === ts);
}

/** Replaces the message of the same `ts`. */
export function changeMessage(
  world: World,
  workspace: Workspace,
  conversation: Conversation,
  message: SimMessage,
): void {
  conversation.messages = conversation.messages.map((old) => (old.ts === message.ts ? message : old));
  world.journal.tell({ kind: 'message-changed', team: workspace.id, channel: conversation.id, message });
}

export function removeMessage(world: World, workspace: Workspace, conversation: Conversation, ts: string): void {
  conversation.messages = conversation.messages.filter((message) => message.ts !== ts);
  world.journal.tell({ kind: 'message-deleted', team: workspace.id, channel: conversation.id, ts });
}

/** Replaces the private answer of the same `ts`. */
export function changeEphemeral(world: World, workspace: Workspace, reader: string, message: SimMessage): void {
  const seen = workspace.ephemerals.get(reader) ?? [];
  workspace.ephemerals.set(
    reader,
    seen.map((old) => (old.ts === message.ts ? message : old)),
  );
  world.journal.tell({ kind: 'message-changed', team: workspace.id, channel: message.channel, message });
}

export function removeEphemeral(world: World, workspace: Workspace, reader: string, removed: SimMessage): void {
  const seen = workspace.ephemerals.get(reader) ?? [];
  workspace.ephemerals.set(
    reader,
    seen.filter(({ ts }) => ts !== removed.ts),
  );
  const { channel, ts } = removed;
  world.journal.tell({ kind: 'message-deleted', team: workspace.id, channel, ts });
}

function makeMessage(world: World, conversation: Conversation, fields: NewMessage): SimMessage {
  return {
    ts: nextTs(world, conversation),
    channel: conversation.id,
    blocks: [],
    fileIds: [],
    editedTs: null,
    metadata: null,
    ...fields,
  };
}
