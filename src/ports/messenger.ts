import type { DateTime } from 'luxon';
import type { Addressee } from '../domain/addressee.ts';
import type { AttendanceNote } from '../domain/attendance-note.ts';
import type { Card } from '../domain/card.ts';
import type { ChannelCard } from '../domain/channel-card.ts';
import type { OtherDevice } from '../domain/devices.ts';
import type { MeetingId, SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { Party } from '../domain/invitee.ts';
import type { Recurrence } from '../domain/recurrence.ts';
import type { PostedMessage, Unreached } from '../domain/seat.ts';
import type { News } from '../domain/told.ts';

/** Private messages and files. Every method throws `ChatFault` and nothing else. */
export interface Messenger {
  /** The conversation between the app and this person; repeating it is harmless. */
  openConversation(workspace: WorkspaceId, user: SlackUserId): Promise<{ readonly channel: string }>;
  /** @param key travels with the message, invisible, so that `findPosted` can tell whether it arrived */
  post(workspace: WorkspaceId, channel: string, message: Message, key: string): Promise<{ readonly ts: string }>;
  /** Makes a message of ours say something else. Repeating it is harmless. */
  update(workspace: WorkspaceId, at: PostedMessage, message: Message): Promise<void>;
  /** Removes a message of ours; one that is not there any more is as good as removed. */
  remove(workspace: WorkspaceId, at: PostedMessage): Promise<void>;
  /** Removes a file of ours from wherever it was shared; likewise. */
  removeFile(workspace: WorkspaceId, fileId: string): Promise<void>;
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
export type Message =
  | CardMessage
  | ChannelCardMessage
  | ChangeMessage
  | ProposalMessage
  | ClosedProposalMessage
  | OtherDeviceMessage
  | ReminderMessage
  | SpentReminderMessage
  | AttendanceMessage
  | InChargeMessage
  | AgendaMessage
  | UnreachedMessage
  | RoomTroubleMessage;

/** Where and on which clock somebody reads times. */
export interface TimeReader {
  readonly zone: string;
  readonly locale: string;
}

export interface CardMessage {
  readonly kind: 'card';
  readonly card: Card;
  readonly reader: TimeReader;
  /** Null where nobody can join any more. */
  readonly joinUrl: string | null;
  /** For everybody; null where the reader is not to pass it on. */
  readonly publicUrl: string | null;
  /** One for each of the card's recordings. */
  readonly recordingUrls: readonly string[];
}

export interface ChangeMessage {
  readonly kind: 'change';
  readonly news: News;
  /** What it is about: `one` run of a series. */
  readonly scope: 'meeting' | 'series' | 'one';
  readonly title: string;
  readonly reason: string | null;
  /** The reader did it. */
  readonly isByReader: boolean;
  /** As the person knew it. */
  readonly before: DateTime;
  /** As it is now; of a series the next run. */
  readonly startsAt: DateTime;
  readonly endsAt: DateTime;
  readonly rule: Recurrence | null;
  /** A new calendar file comes behind it. */
  readonly hasFile: boolean;
  readonly reader: TimeReader;
}

export interface ReminderMessage {
  readonly kind: 'reminder';
  readonly meeting: MeetingId;
  readonly occurrence: string;
  readonly title: string;
  readonly startsAt: DateTime;
  /** 0 when it starts now. */
  readonly minutesLeft: number;
  /** There is time left to remind once more. */
  readonly canSnooze: boolean;
  readonly joinUrl: string;
  readonly reader: TimeReader;
}

/** What is left of a reminder that has nothing left to say, where it cannot be removed. */
export interface SpentReminderMessage {
  readonly kind: 'spent-reminder';
  readonly title: string;
}

export interface AttendanceMessage {
  readonly kind: 'attendance';
  readonly title: string;
  readonly startsAt: DateTime;
  readonly note: AttendanceNote;
  readonly reader: TimeReader;
}

export interface InChargeMessage {
  readonly kind: 'in-charge';
  /** Who was in charge before. */
  readonly left: SlackUserId;
  /** The next run of each. */
  readonly meetings: readonly { readonly title: string; readonly startsAt: DateTime }[];
  readonly reader: TimeReader;
}

export interface AgendaMessage {
  readonly kind: 'agenda';
  /** As it is sent in the morning; else what is left of the day. */
  readonly isMorning: boolean;
  /** In the order of their starts. */
  readonly entries: readonly AgendaEntryShown[];
  readonly reader: TimeReader;
}

export interface AgendaEntryShown {
  readonly title: string;
  readonly startsAt: DateTime;
  readonly endsAt: DateTime;
  readonly joinUrl: string;
}

/** What everybody in a channel sees: nothing in it is anybody's own. */
export interface ChannelCardMessage {
  readonly kind: 'channel-card';
  readonly card: ChannelCard;
  /** Slack shows the time where each of the channel is, and this to whatever cannot: as the organizer reads it. */
  readonly reader: TimeReader;
}

/** Somebody would rather meet at another time. */
export interface ProposalMessage extends ProposalShown {
  readonly kind: 'proposal';
  readonly meeting: MeetingId;
  readonly occurrence: string;
  /** See `proposalName`. */
  readonly name: string;
}

/** The same once there is nothing left to decide. */
export interface ClosedProposalMessage extends ProposalShown {
  readonly kind: 'closed-proposal';
  /** When it takes place, or did; null when it was cancelled. */
  readonly now: { readonly startsAt: DateTime; readonly endsAt: DateTime } | null;
}

export interface ProposalShown {
  readonly title: string;
  readonly who: Party;
  readonly before: DateTime;
  /** As proposed. */
  readonly startsAt: DateTime;
  readonly endsAt: DateTime;
  readonly note: string | null;
  readonly reader: TimeReader;
}

/** Somebody's link was used on another device. */
export interface OtherDeviceMessage {
  readonly kind: 'other-device';
  readonly meeting: MeetingId;
  /** See `linkName`. */
  readonly link: string;
  readonly title: string;
  /** Whose link it is; null for the reader's own. */
  readonly who: Party | null;
  readonly other: OtherDevice;
  readonly reader: TimeReader;
}

export interface UnreachedMessage {
  readonly kind: 'unreached';
  readonly title: string;
  readonly people: readonly { readonly who: Addressee; readonly unreached: Unreached }[];
}

export interface RoomTroubleMessage {
  readonly kind: 'room-trouble';
  readonly title: string;
  /** The kind of the video service's fault. */
  readonly reason: string;
  /** The room is there, but nobody is let in. */
  readonly atDoor?: true;
  /** What the operator finds in the log. */
  readonly reference: string;
}
