import type { DateTime } from 'luxon';
import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { Party, Role } from '../domain/invitee.ts';
import type { Unreached } from '../domain/seat.ts';

/** Private messages and files. Every method throws `ChatFault` and nothing else. */
export interface Messenger {
  /** The conversation between the app and this person; repeating it is harmless. */
  openConversation(workspace: WorkspaceId, user: SlackUserId): Promise<{ readonly channel: string }>;
  /** @param key travels with the message, invisible, so that `findPosted` can tell whether it arrived */
  post(workspace: WorkspaceId, channel: string, message: Message, key: string): Promise<{ readonly ts: string }>;
  /** Looks for the message with this key. `unknowable` when the app was not granted a look at its conversations. */
  findPosted(
    workspace: WorkspaceId,
    channel: string,
    key: string,
    since: DateTime,
  ): Promise<{ readonly ts: string } | 'absent' | 'unknowable'>;
  /** Uploads without showing it to anybody. An upload that is never shared is dropped by the service. */
  upload(workspace: WorkspaceId, file: NewFile): Promise<{ readonly fileId: string }>;
  /** Shows an uploaded file, which can be done once: `gone` when it was shared before, or dropped. */
  share(workspace: WorkspaceId, channel: string, file: { id: string; title: string }): Promise<'shared' | 'gone'>;
  /** Looks for a file that we shared under this name. `unknowable` as for `findPosted`. */
  findShared(
    workspace: WorkspaceId,
    channel: string,
    filename: string,
    since: DateTime,
  ): Promise<{ readonly fileId: string } | 'absent' | 'unknowable'>;
  isShared(workspace: WorkspaceId, channel: string, fileId: string): Promise<boolean | 'unknowable'>;
}

export interface NewFile {
  readonly filename: string;
  readonly content: string;
}

/** What is said; the messenger puts it into words and blocks. */
export type Message = InvitationMessage | UnreachedMessage | RoomTroubleMessage;

export interface InvitationMessage {
  readonly kind: 'invitation';
  readonly title: string;
  readonly startsAt: DateTime;
  readonly endsAt: DateTime;
  readonly reader: { readonly role: Role; readonly zone: string; readonly locale: string };
  readonly organizer: SlackUserId;
  readonly invitees: readonly Party[];
  readonly joinUrl: string;
}

export interface UnreachedMessage {
  readonly kind: 'unreached';
  readonly title: string;
  readonly people: readonly { readonly who: Party; readonly unreached: Unreached }[];
}

export interface RoomTroubleMessage {
  readonly kind: 'room-trouble';
  readonly title: string;
  /** The kind of the video service's fault. */
  readonly reason: string;
  /** What the operator finds in the log. */
  readonly reference: string;
}
