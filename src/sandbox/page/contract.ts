import type { Chosen } from '../slack-simulator/simulator.ts';

/** What the sandbox page and its server say to each other, all of it JSON. Instants are milliseconds since 1970. */

export interface SandboxState {
  readonly workspace: string;
  readonly you: PersonView;
  /** Everybody, `you` and those who cannot be invited included. */
  readonly people: readonly PersonView[];
  readonly conversations: readonly ConversationView[];
  /** Open over each other, the topmost last. */
  readonly modals: readonly ModalView[];
  /** Whether the app has a Home tab at all. */
  readonly hasHome: boolean;
  /** What the Home tab shows; null while the app published nothing. */
  readonly home: HomeView | null;
  readonly shortcuts: readonly ShortcutView[];
  readonly command: CommandView;
  /** What was mailed to people outside Slack, oldest first; null where no mails arrive here. */
  readonly mails: readonly MailView[] | null;
  readonly clock: ClockView;
  /** Path prefix of join links on this origin. */
  readonly joinPath: string;
}

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly tz: string;
  readonly locale: string;
  readonly kind: 'person' | 'app' | 'bot' | 'deactivated';
  /** Messages that this person has not seen yet, over all conversations. */
  readonly unread: number;
}

export interface ConversationView {
  readonly id: string;
  readonly kind: 'channel' | 'direct';
  readonly name: string;
  readonly isPrivate: boolean;
  readonly unread: number;
  /** Oldest first, private answers in their places. */
  readonly messages: readonly MessageView[];
}

export interface MessageView {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  /** Block Kit JSON as the app sent it; to be read with care. */
  readonly blocks: readonly unknown[];
  readonly files: readonly FileView[];
  readonly isEdited: boolean;
  /** Shown to this person alone. */
  readonly isEphemeral: boolean;
}

export interface FileView {
  readonly name: string;
  readonly title: string;
  readonly bytes: number;
  /** Where it is downloaded, for the person who was told of it. */
  readonly href: string;
}

export interface MailView {
  readonly id: string;
  readonly at: number;
  readonly from: string;
  /** Whom it was delivered to. */
  readonly to: string;
  readonly subject: string;
  /** Where it is shown, to be framed. */
  readonly href: string;
  readonly files: readonly FileView[];
}

export interface ModalView {
  readonly id: string;
  readonly title: string;
  /** Null when there is nothing to send. */
  readonly submit: string | null;
  readonly close: string;
  /** Every block has its `block_id`. */
  readonly blocks: readonly unknown[];
  /** What stands under the inputs, by block id. */
  readonly errors: Readonly<Record<string, string>>;
}

export interface HomeView {
  readonly id: string;
  readonly blocks: readonly unknown[];
}

/** A global shortcut of the app. */
export interface ShortcutView {
  readonly callbackId: string;
  readonly name: string;
}

export interface CommandView {
  readonly name: string;
  readonly hint: string;
  readonly examples: readonly string[];
}

export interface ClockView {
  readonly now: number;
  readonly nextMeeting: { readonly title: string; readonly startsAt: number } | null;
}

export interface UnreadView {
  readonly people: Readonly<Record<string, number>>;
  readonly conversations: Readonly<Record<string, number>>;
}

export type StreamEvent =
  /** New or changed: `channel` and `ts` say which. */
  | { readonly kind: 'message'; readonly message: MessageView }
  | { readonly kind: 'message-gone'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'views'; readonly modals: readonly ModalView[]; readonly home: HomeView | null }
  | { readonly kind: 'unread'; readonly unread: UnreadView }
  | { readonly kind: 'mail'; readonly mail: MailView }
  | { readonly kind: 'clock'; readonly clock: ClockView };

/** Body of `POST /sandbox/command`; `line` is all that was typed, such as `/meet help`. */
export interface CommandRequest {
  readonly user: string;
  readonly channel: string;
  readonly line: string;
}

/** Body of `POST /sandbox/action`. */
export interface ActionRequest {
  readonly user: string;
  readonly place: ActionPlace;
  readonly actionId: string;
  /** Where the app named the block; needed where the action id stands in several. */
  readonly blockId: string | null;
  /** What was chosen, for anything but a button. */
  readonly value?: Chosen;
}

/** The message, or the modal or Home tab, that an element stands in. */
export type ActionPlace = { readonly channel: string; readonly ts: string } | { readonly viewId: string };

/** Body of `POST /sandbox/submit`: a modal filled in, by block id. */
export interface SubmitRequest {
  readonly user: string;
  readonly viewId: string;
  readonly values: Readonly<Record<string, Chosen>>;
}

/** Body of `POST /sandbox/close`. */
export interface CloseRequest {
  readonly user: string;
  readonly viewId: string;
}

/** Body of `POST /sandbox/suggest`: asks the app for the options of a select; the answer is what the app said. */
export interface SuggestRequest {
  readonly user: string;
  readonly viewId: string;
  readonly actionId: string;
  readonly blockId: string | null;
  readonly query: string;
}

/** Body of `POST /sandbox/home`: opens the app's Home tab. */
export interface HomeRequest {
  readonly user: string;
}

/** Body of `POST /sandbox/shortcut`. */
export interface ShortcutRequest {
  readonly user: string;
  readonly callbackId: string;
}

/** Body of `POST /sandbox/seen`: this person has seen everything up to `ts`. */
export interface SeenRequest {
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
}

/** Body of `POST /sandbox/clock`; local times are read in this person's zone. */
export interface ClockRequest {
  readonly user: string;
  readonly jump: Jump;
}

export type Jump =
  | { readonly to: 'before-next-meeting' }
  | { readonly to: 'later'; readonly minutes: number }
  | { readonly to: 'next-morning' }
  /** As `<input type="datetime-local">` gives it: `2026-03-30T09:00`. */
  | { readonly to: 'local-time'; readonly at: string };

/** How the app took a command or an action. */
export interface DispatchAnswer {
  readonly status: number;
  readonly ackMs: number;
}

export interface JumpAnswer {
  readonly clock: ClockView;
  /** Over all conversations, while the jump lasted. */
  readonly newMessages: number;
  readonly changedMessages: number;
}

/** `GET /sandbox/log`, newest first. */
export interface LogView {
  /** What this person sent, and what the app answered. */
  readonly dispatches: readonly DispatchView[];
  /** What the app asked of the Web API, for everybody, without arguments. */
  readonly calls: readonly { readonly method: string; readonly at: number; readonly outcome: string }[];
  readonly violations: readonly string[];
}

export interface DispatchView {
  readonly at: number;
  readonly kind: 'command' | 'action' | 'submit' | 'close' | 'home' | 'shortcut';
  readonly sent: Readonly<Record<string, string>>;
  readonly status: number;
  readonly ackMs: number;
  readonly body: unknown;
}

/** Every refusal: `application/problem+json`. */
export interface ProblemView {
  readonly code: string;
  readonly title: string;
}
