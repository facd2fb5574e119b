import { holdsJoinLink } from '../blocks/message-policy.ts';
import type { SimMessage } from '../simulator.ts';
import type { StoredFile } from '../state/files.ts';
import { addMessage } from '../state/messages.ts';
import type { Conversation } from '../state/workspace.ts';
import { findFile } from '../web-api/lookups.ts';
import type { Call } from '../web-api/method.ts';
import { Refusal } from '../web-api/refusal.ts';
import { isDirect } from './direct.ts';

/** Says something with these files in a conversation, which is how Slack shows a shared file. */
export function shareFiles(
  call: Call,
  files: readonly StoredFile[],
  conversation: Conversation,
  comment: string,
): void {
  const message = addMessage(call.world, call.workspace, conversation, {
    user: call.workspace.botUserId,
    text: comment,
    fileIds: files.map(({ id }) => id),
  });
  for (const file of files) noteShare(call, file, message, conversation);
}

/** The file ids of a message to which completed files are added. */
export function addFilesToMessage(call: Call, message: SimMessage, ids: readonly string[]): readonly string[] {
  const conversation = call.workspace.conversations.get(message.channel);
  for (const id of ids) {
    const file = findFile(call, id);
    if (file.state !== 'completed' || !conversation) throw new Refusal('file_not_found');
    if (!message.fileIds.includes(id)) noteShare(call, file, message, conversation);
  }
  return [...new Set([...message.fileIds, ...ids])];
}

function noteShare(call: Call, file: StoredFile, { channel, ts }: SimMessage, conversation: Conversation): void {
  if (!isDirect(conversation) && holdsJoinLink(Buffer.from(file.bytes).toString('utf8'))) {
    call.world.journal.violation(`${call.method}: a file with a join link where others see it`);
  }
  call.world.files.set(file.id, {
    ...file,
    sharedIn: [...new Set([...file.sharedIn, channel])],
    shares: [...file.shares, { channel, ts }],
  });
}
