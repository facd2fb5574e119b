import { readShown, type ShownBody, type Stage, show } from '../dispatch/response.ts';
import type { SimMessage } from '../simulator.ts';
import { changeEphemeral, changeMessage, nextTs, removeEphemeral, removeMessage } from '../state/messages.ts';
import { type ResponseUrl, useResponseUrl } from '../state/response-urls.ts';
import { expectWorkspace, type World } from '../state/world.ts';
import type { Answer } from './reply.ts';

const OK: Answer = { status: 200, body: 'ok' };

/**
 * Takes what the app sends to a response_url: a new answer, or one in the place of the message that was pressed
 * (`replace_original`, `delete_original`), which a command has not.
 */
export function takeResponse(world: World, id: string, body: Readonly<Record<string, unknown>>): Answer {
  const target = useResponseUrl(world, id);
  const report = (problem: string) => world.journal.violation(`response_url: ${problem}`);
  if (typeof target === 'string') {
    report(target);
    return { status: 404, body: target };
  }
  const workspace = expectWorkspace(world, target.team);
  const conversation = workspace.conversations.get(target.channel);
  if (!conversation) return { status: 404, body: 'channel_not_found' };
  const stage = { world, workspace, conversation, user: target.user };
  const wantsOriginal = body['replace_original'] === true || body['delete_original'] === true;
  const original = wantsOriginal ? findOriginal(stage, target.source) : null;
  if (wantsOriginal && !original) {
    report('there is no original message');
    return { status: 404, body: 'message_not_found' };
  }
  if (original && body['delete_original'] === true) {
    remove(stage, target.source, original);
    return OK;
  }
  const shown = readShown(stage, 'response_url', body);
  if (!shown) return { status: 400, body: 'invalid_blocks' };
  if (original && target.source?.isEphemeral && shown.isInChannel) report('a private answer cannot become public');
  if (original) replace(stage, target.source, original, shown);
  else show(stage, shown);
  return OK;
}

function findOriginal({ workspace, conversation, user }: Stage, source: ResponseUrl['source']): SimMessage | null {
  if (!source) return null;
  const places = source.isEphemeral ? workspace.ephemerals.get(user) : conversation.messages;
  return places?.find(({ ts }) => ts === source.ts) ?? null;
}

function remove(
  { world, workspace, conversation, user }: Stage,
  source: ResponseUrl['source'],
  original: SimMessage,
): void {
  if (source?.isEphemeral) removeEphemeral(world, workspace, user, original);
  else removeMessage(world, workspace, conversation, original.ts);
}

function replace(
  { world, workspace, conversation, user }: Stage,
  source: ResponseUrl['source'],
  original: SimMessage,
  { text, blocks }: ShownBody,
): void {
  const changed = { ...original, text, blocks, editedTs: nextTs(world, conversation) };
  if (source?.isEphemeral) changeEphemeral(world, workspace, user, changed);
  else changeMessage(world, workspace, conversation, changed);
}
