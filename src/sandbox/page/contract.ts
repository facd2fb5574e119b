/** What the sandbox page and its server say to each other, all of it JSON. Instants are milliseconds since 1970. */

export interface SandboxState {
  readonly workspace: string;
  readonly you: PersonView;
  /** Everybody, `you` and those who cannot be invited included. */
  readonly people: readonly PersonView[];
  readonly conversations: readonly ConversationView[];
  readonly command: CommandView;
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
  | { readonly kind: 'unread'; readonly unread: UnreadView }
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
  readonly channel: string;
  readonly ts: string;
  readonly actionId: string;
  /** Where the app named the block; needed where the action id stands in several. */
  readonly blockId: string | null;
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
  readonly kind: 'command' | 'action';
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
