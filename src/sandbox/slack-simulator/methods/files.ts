import { isRecord } from '../blocks/rules.ts';
import type { StoredFile } from '../state/files.ts';
import { changeMessage, removeMessage } from '../state/messages.ts';
import { type Args, optionalText, text, whole } from '../web-api/arguments.ts';
import { findFile, findJoinedConversation } from '../web-api/lookups.ts';
import { type Call, type MethodFamily, method } from '../web-api/method.ts';
import { invalidArguments, Refusal } from '../web-api/refusal.ts';
import { isDirect } from './direct.ts';
import { fileJson } from './file-json.ts';
import { shareFiles } from './file-shares.ts';
import { checkSaid } from './message-arguments.ts';

const CHANNEL_ID = /^[CGDZ][A-Z0-9]{8,}$/;
const LARGEST_BYTES = 1_000_000_000;

export const FILE_METHODS: MethodFamily = {
  'files.getUploadURLExternal': method({
    scopes: ['files:write'],
    validate: (args) => ({
      name: text(args, 'filename'),
      length: whole(args, 'length', 0, { min: 1, max: LARGEST_BYTES }),
    }),
    run({ world, workspace }, { name, length }) {
      const id = world.makeId('F');
      world.files.set(id, {
        id,
        name,
        title: name,
        team: workspace.id,
        announcedLength: length,
        createdAt: world.clock(),
        state: 'announced',
        bytes: new Uint8Array(),
        sharedIn: [],
        shares: [],
      });
      return { upload_url: `${world.origin}/upload/${id}`, file_id: id };
    },
  }),

  'files.completeUploadExternal': method({
    scopes: ['files:write'],
    validate: (args) => ({
      files: fileList(args),
      channel: channelId(args),
      comment: optionalText(args, 'initial_comment') ?? '',
    }),
    run(call, { files, channel, comment }) {
      const uploaded = files.map(({ id }) => findFile(call, id));
      if (uploaded.some(({ state }) => state !== 'uploaded')) throw new Refusal('file_not_found');
      const conversation = channel === undefined ? undefined : findJoinedConversation(call, channel);
      if (conversation) {
        checkSaid(call, { text: comment }, { private: isDirect(conversation), takesUnfurlFlags: false });
      }
      const completed = uploaded.map((file, index): StoredFile => {
        return { ...file, state: 'completed', title: files[index]?.title ?? file.name };
      });
      for (const file of completed) call.world.files.set(file.id, file);
      if (conversation) shareFiles(call, completed, conversation, comment);
      return { files: completed.map(({ id, title }) => ({ id, title })) };
    },
  }),

  'files.info': method({
    scopes: ['files:read'],
    validate: (args) => text(args, 'file'),
    run: (call, id) => ({ file: fileJson(call.world, call.workspace, completedFile(call, id)) }),
  }),

  'files.delete': method({
    scopes: ['files:write'],
    validate: (args) => text(args, 'file'),
    run(call, id) {
      withdraw(call, completedFile(call, id));
      call.world.files.delete(id);
      return {};
    },
  }),
};

function fileList(args: Args): readonly { id: string; title: string | undefined }[] {
  const files = args['files'];
  if (!Array.isArray(files) || files.length === 0) throw invalidArguments('missing required field: files');
  return files.map((file) => {
    if (!isRecord(file)) throw invalidArguments('must be an object: files');
    return { id: text(file, 'id'), title: optionalText(file, 'title') };
  });
}

function channelId(args: Args): string | undefined {
  const channel = optionalText(args, 'channel_id');
  if (channel !== undefined && !CHANNEL_ID.test(channel)) {
    throw invalidArguments(`must match a regex pattern: ${CHANNEL_ID.source} [json-pointer:/channel_id]`);
  }
  return channel;
}

function completedFile(call: Call, id: string): StoredFile {
  const file = findFile(call, id);
  if (file.state !== 'completed') throw new Refusal('file_not_found');
  return file;
}

/** Takes a file out of its messages; one that said nothing else goes with it. */
function withdraw(call: Call, file: StoredFile): void {
  for (const { channel, ts } of file.shares) {
    const conversation = call.workspace.conversations.get(channel);
    const message = conversation?.messages.find((candidate) => candidate.ts === ts);
    if (!conversation || !message) continue;
    const rest = { ...message, fileIds: message.fileIds.filter((id) => id !== file.id) };
    const isEmpty = rest.text === '' && rest.blocks.length === 0 && rest.fileIds.length === 0;
    if (isEmpty) removeMessage(call.world, call.workspace, conversation, ts);
    else changeMessage(call.world, call.workspace, conversation, rest);
  }
}
