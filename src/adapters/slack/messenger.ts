import type { ConversationsHistoryResponse } from '@slack/web-api';
import type { DateTime } from 'luxon';
import type { WorkspaceId } from '../../domain/ids.ts';
import { ChatFault } from '../../ports/chat-fault.ts';
import type { Messenger, NewFile } from '../../ports/messenger.ts';
import { renderMessage } from '../../slack/views/render-message.ts';
import type { AskSlack } from './ask.ts';
import type { UploadBytes } from './upload-bytes.ts';

/** Metadata can be read by anybody in the workspace: it carries our key, which says nothing by itself. */
const EVENT_TYPE = 'convene_delivery';

type PastMessage = NonNullable<ConversationsHistoryResponse['messages']>[number];

/** Slack's clock and ours may differ. */
const LOOK_BACK = { minutes: 2 };
const MOST_PAGES = 5;

/** Direct messages of the app's bot: chat:write, im:write, files:write; im:history and files:read where granted. */
export function makeSlackMessenger(ask: AskSlack, uploadBytes: UploadBytes): Messenger {
  return {
    async openConversation(workspace, user) {
      const { channel } = await ask(workspace, 'conversations.open', (slack) =>
        slack.conversations.open({ users: user }),
      );
      return { channel: required(channel?.id) };
    },

    async post(workspace, channel, message, key) {
      const { text, blocks } = renderMessage(message);
      const { ts } = await ask(workspace, 'chat.postMessage', (slack) =>
        slack.chat.postMessage({
          channel,
          text,
          blocks,
          // Both, or Slack's crawler fetches the personal link (docs.slack.dev/messaging/unfurling-links-in-messages).
          unfurl_links: false,
          unfurl_media: false,
          metadata: { event_type: EVENT_TYPE, event_payload: { key } },
        }),
      );
      return { ts: required(ts) };
    },

    async update(workspace, { channel, ts }, message) {
      // The metadata stays as it is, and Slack takes no unfurl flags here: what was said at the posting holds.
      const { text, blocks } = renderMessage(message);
      await ask(workspace, 'chat.update', (slack) => slack.chat.update({ channel, ts, text, blocks }));
    },

    async remove(workspace, { channel, ts }) {
      await unlessGone(() => ask(workspace, 'chat.delete', (slack) => slack.chat.delete({ channel, ts })));
    },

    async removeFile(workspace, fileId) {
      await unlessGone(() => ask(workspace, 'files.delete', (slack) => slack.files.delete({ file: fileId })));
    },

    async findPosted(workspace, channel, key, since) {
      return lookThrough(workspace, channel, since, ({ metadata, ts }) => {
        const isIt = metadata?.event_type === EVENT_TYPE && hasKey(metadata.event_payload, key);
        return isIt && ts ? { ts } : null;
      });
    },

    async findShared(workspace, channel, filename, since) {
      return lookThrough(workspace, channel, since, ({ bot_id, files }) => {
        const file = bot_id ? files?.find(({ name }) => name === filename) : undefined;
        return file?.id ? { fileId: file.id } : null;
      });
    },

    async upload(workspace, { filename, content }: NewFile) {
      const bytes = Buffer.from(content, 'utf8');
      const { upload_url, file_id } = await ask(workspace, 'files.getUploadURLExternal', (slack) =>
        slack.files.getUploadURLExternal({ filename, length: bytes.length }),
      );
      await ask(workspace, 'upload', () => uploadBytes(required(upload_url), bytes));
      return { fileId: required(file_id) };
    },

    async share(workspace, channel, { id, title }) {
      try {
        await ask(workspace, 'files.completeUploadExternal', (slack) =>
          slack.files.completeUploadExternal({ files: [{ id, title }], channel_id: channel }),
        );
        return 'shared';
      } catch (error) {
        if (error instanceof ChatFault && error.code === 'file_not_found') return 'gone';
        throw error;
      }
    },

    async isShared(workspace, channel, fileId) {
      try {
        const info = await ifGranted(() => ask(workspace, 'files.info', (slack) => slack.files.info({ file: fileId })));
        if (info === 'unknowable') return 'unknowable';
        return info.file?.ims?.includes(channel) || channel in (info.file?.shares?.private ?? {});
      } catch (error) {
        if (error instanceof ChatFault && error.code === 'file_not_found') return false;
        throw error;
      }
    },
  };

  /** The newest message of which `find` makes something. */
  async function lookThrough<T>(
    workspace: WorkspaceId,
    channel: string,
    since: DateTime,
    find: (message: PastMessage) => T | null,
  ): Promise<T | 'absent' | 'unknowable'> {
    const oldest = String(since.minus(LOOK_BACK).toSeconds());
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const options = { channel, oldest, include_all_metadata: true, limit: 100, ...(cursor ? { cursor } : {}) };
      const history = await ifGranted(() =>
        ask(workspace, 'conversations.history', (slack) => slack.conversations.history(options)),
      );
      if (history === 'unknowable') return 'unknowable';
      for (const message of history.messages ?? []) {
        const found = find(message);
        if (found) return found;
      }
      cursor = history.response_metadata?.next_cursor || undefined;
      if (!cursor) return 'absent';
    }
    return 'unknowable';
  }
}

/** Optional scopes: without one the answer cannot be known. */
async function ifGranted<T>(call: () => Promise<T>): Promise<T | 'unknowable'> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof ChatFault && error.code === 'missing_scope') return 'unknowable';
    throw error;
  }
}

const GONE = new Set(['message_not_found', 'file_not_found', 'file_deleted']);

/** What is to be removed and is not there. */
async function unlessGone(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof ChatFault) || !GONE.has(error.code)) throw error;
  }
}

function hasKey(payload: unknown, key: string): boolean {
  return typeof payload === 'object' && payload !== null && 'key' in payload && payload.key === key;
}

function required(value: string | undefined): string {
  if (!value) throw new ChatFault('unavailable', 'incomplete_answer', { ambiguous: true });
  return value;
}
