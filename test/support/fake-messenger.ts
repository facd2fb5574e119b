import type { SlackUserId } from '../../src/domain/ids.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import type { Message, Messenger, NewFile } from '../../src/ports/messenger.ts';
import { type ScriptedFaults, scriptedFaults } from './scripted-faults.ts';

export interface SentMessage {
  readonly channel: string;
  readonly ts: string;
  readonly key: string;
  readonly message: Message;
}

export interface SharedFile {
  readonly channel: string;
  readonly id: string;
  readonly title: string;
  readonly file: NewFile;
}

/** A chat service in memory; a person's conversation is `D-` and their id. It passes the contract of `Messenger`. */
export interface FakeMessenger extends Messenger, ScriptedFaults<keyof Messenger> {
  readonly sent: readonly SentMessage[];
  readonly shared: readonly SharedFile[];
  /** Everything that was ever posted, as it was then; `sent` holds what stands there now. */
  readonly posted: readonly SentMessage[];
  /** Edits that took effect, in order. */
  readonly edits: readonly SentMessage[];
  /** False as where the app was not granted a look at its conversations and files. */
  mayLook: boolean;
  /** Nobody can open a conversation with this person. */
  shutOut(user: SlackUserId): void;
  /** As the service drops uploads that nobody shares. */
  dropUploads(): void;
}

export function fakeMessenger(): FakeMessenger {
  const { script, play } = scriptedFaults<keyof Messenger>();
  const sent: SentMessage[] = [];
  const posted: SentMessage[] = [];
  const edits: SentMessage[] = [];
  const shared: SharedFile[] = [];
  const uploads = new Map<string, NewFile>();
  const shutOut = new Set<string>();

  const fake: FakeMessenger = {
    ...script,
    sent,
    shared,
    posted,
    edits,
    mayLook: true,
    shutOut: (user) => void shutOut.add(user),
    dropUploads: () => uploads.clear(),
    openConversation: (_workspace, user) =>
      play('openConversation', () => {
        if (shutOut.has(user)) throw new ChatFault('unreachable', 'user_disabled');
        return { channel: `D-${user}` };
      }),
    post: (_workspace, channel, message, key) =>
      play('post', () => {
        const ts = `${posted.length + 1}.000000`;
        posted.push({ channel, ts, key, message });
        sent.push({ channel, ts, key, message });
        return { ts };
      }),
    update: (_workspace, { channel, ts }, message) =>
      play('update', () => {
        const index = sent.findIndex((one) => one.channel === channel && one.ts === ts);
        const before = sent[index];
        if (!before) throw new ChatFault('refused', 'message_not_found');
        sent[index] = { ...before, message };
        edits.push(sent[index]);
      }),
    remove: (_workspace, { channel, ts }) =>
      play('remove', () => {
        const index = sent.findIndex((one) => one.channel === channel && one.ts === ts);
        if (index >= 0) sent.splice(index, 1);
      }),
    removeFile: (_workspace, fileId) =>
      play('removeFile', () => {
        uploads.delete(fileId);
        const index = shared.findIndex(({ id }) => id === fileId);
        if (index >= 0) shared.splice(index, 1);
      }),
    findPosted: (_workspace, channel, key) =>
      play('findPosted', () => {
        if (!fake.mayLook) return 'unknowable';
        const found = sent.find((one) => one.channel === channel && one.key === key);
        return found ? { ts: found.ts } : 'absent';
      }),
    findShared: (_workspace, channel, filename) =>
      play('findShared', () => {
        if (!fake.mayLook) return 'unknowable';
        const found = shared.find((one) => one.channel === channel && one.file.filename === filename);
        return found ? { fileId: found.id } : 'absent';
      }),
    upload: (_workspace, file) =>
      play('upload', () => {
        const fileId = `F${script.calls.filter((method) => method === 'upload').length}`;
        uploads.set(fileId, file);
        return { fileId };
      }),
    share: (_workspace, channel, { id, title }) =>
      play('share', () => {
        const file = uploads.get(id);
        if (!file) return 'gone';
        uploads.delete(id);
        shared.push({ channel, id, title, file });
        return 'shared';
      }),
    isShared: (_workspace, channel, fileId) =>
      play('isShared', () => {
        if (!fake.mayLook) return 'unknowable';
        return shared.some((one) => one.channel === channel && one.id === fileId);
      }),
  };
  return fake;
}
