import type { ApiCall, Fault } from './calls.ts';
import type { Change, ViewChange } from './changes.ts';
import type { InstallVerbs } from './install/oauth-app.ts';
import type { SocketVerbs } from './socket/socket-verbs.ts';
import type { SimView } from './views.ts';

/** The parts of a simulated Slack that tests and the sandbox page use. The app itself only ever meets it over HTTP. */
export interface SlackSimulator extends InstallVerbs, SocketVerbs {
  /** What SLACK_API_URL is set to: `http://127.0.0.1:<port>/api/`. */
  readonly apiUrl: string;
  /** Where commands, interactions and events go: the app's `/slack/events`. People who sign in come back to its origin. */
  connect(requestUrl: string): void;
  /** Signs who signs in with a new key from now on, as Slack does from time to time. */
  replaceSigningKey(): void;
  close(): Promise<void>;

  /** Sends a signed slash command as this person; plain `@name` and `#name` are escaped as Slack does. */
  command(command: TypedCommand): Promise<AppAnswer>;
  /** Presses a button (or changes another element) of a message; `value` and the rest come from the message itself. */
  press(press: Press): Promise<AppAnswer>;

  /** Presses a button of a modal or of the Home tab, or changes another element of it. */
  pressInView(press: ViewElement & { readonly value?: Chosen }): Promise<AppAnswer>;
  /** Asks for the options of an external select; `body` of the answer holds them. */
  suggest(asked: ViewElement & { readonly query: string }): Promise<AppAnswer>;
  /**
   * Fills in the topmost modal (or the one of `viewId`), by block id, and sends it. Null when a required input is
   * empty: the view's `errors` say which, and nothing is sent.
   */
  submit(place: ViewPlace, values?: Readonly<Record<string, Chosen>>): Promise<AppAnswer | null>;
  /** Closes a modal by its cross. Null when the app is not told. */
  closeView(place: ViewPlace): Promise<AppAnswer | null>;
  shortcut(shortcut: Shortcut): Promise<AppAnswer>;
  /** Opens the app's Home tab, and with it the direct message with the app. */
  openHome(visit: {
    readonly team: string;
    readonly user: string;
    readonly tab?: 'home' | 'messages';
  }): Promise<AppAnswer>;
  /** Any other event: `app_uninstalled`, `user_change` … */
  event(event: AppEvent): Promise<AppAnswer>;
  /** Says something as a person; the app is not told. */
  say(said: {
    readonly team: string;
    readonly user: string;
    readonly channel: string;
    readonly text: string;
  }): SimMessage;

  /** The same command signed but not sent, so that a test can send it twice, late or changed. */
  signedRequest(command: TypedCommand): SignedRequest;
  /** Sends a request as it is. Slack's reaction to the answer is left out. */
  send(request: SignedRequest): Promise<AppAnswer>;

  teams(): readonly Team[];
  team(id: string): Team;
  /** Messages of a channel or DM, oldest first. Deleted ones are gone. */
  messages(team: string, channel: string): readonly SimMessage[];
  /** The DM between the app's bot and this person, or null while there is none. */
  directMessage(team: string, user: string): string | null;
  /** Private answers this person saw, oldest first, with the channel they stood in. */
  ephemerals(team: string, user: string): readonly SimMessage[];
  file(id: string): SimFile | null;
  /** The modals that this person has open, the topmost last. */
  views(team: string, user: string): readonly SimView[];
  /** What this person's Home tab shows, or null while nothing was published. */
  home(team: string, user: string): SimView | null;

  /** Everything that was asked of the simulator, in order, accepted or not: the ledger that tests trust. */
  calls(method?: string): readonly ApiCall[];
  /** Things a real Slack would have refused or a good app would not do (late ack, unknown method, link without the unfurl flags …). */
  violations(): readonly string[];
  /** Adds a fault that the next matching calls meet, first come first served. */
  fault(fault: Fault): void;
  /** Told of every change that a client would see. Returns the way to stop. */
  watch(listener: (change: Change) => void): () => void;
  /** Told of every modal and Home tab that opens, changes or closes. Returns the way to stop. */
  watchViews(listener: (change: ViewChange) => void): () => void;
}

export interface TypedCommand {
  readonly team: string;
  readonly user: string;
  readonly channel: string;
  /** `/meet` unless given. */
  readonly command?: string;
  readonly text: string;
  /** The text is in Slack's escaped form already. */
  readonly verbatim?: true;
}

export interface Press {
  readonly team: string;
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
  readonly actionId: string;
  /** Needed where the action id stands in several blocks. */
  readonly blockId?: string;
  /** What was chosen, for anything but a button. */
  readonly value?: Chosen;
}

/** A person's view: the topmost modal unless an id is given. */
export interface ViewPlace {
  readonly team: string;
  readonly user: string;
  readonly viewId?: string;
}

export interface ViewElement extends ViewPlace {
  readonly actionId: string;
  /** Needed where the action id stands in several blocks. */
  readonly blockId?: string;
}

export interface Shortcut {
  readonly team: string;
  readonly user: string;
  readonly callbackId: string;
  /** The message it is used on; a global shortcut has none. */
  readonly message?: { readonly channel: string; readonly ts: string };
}

export interface AppEvent {
  readonly team: string;
  readonly event: { readonly type: string } & Readonly<Record<string, unknown>>;
  /** The organization, where the event is about all of it. */
  readonly organization?: string | null;
  /** When it happened, in milliseconds since 1970; now unless given. */
  readonly at?: number;
  /** Given to send the same event again. */
  readonly eventId?: string;
  /** Which repetition this is, as Slack says in `x-slack-retry-num`. */
  readonly retry?: number;
}

/**
 * What a person puts into an element: text, the value of an option, an id, a date `YYYY-MM-DD`, a time `HH:mm`, Unix
 * seconds; a list where several can be chosen; a whole option where the app loads the options; null for nothing.
 */
export type Chosen = string | number | null | Readonly<Record<string, unknown>> | readonly Chosen[];

/**
 * What the app answered to a dispatch, and how long it took in real milliseconds. Status 0: nothing came within three
 * seconds, or nobody listened.
 */
export interface AppAnswer {
  readonly status: number;
  readonly ackMs: number;
  /** The acknowledgement's body: JSON where it is JSON, else text. */
  readonly body: unknown;
}

/** A request as Slack would send it; tests may send it twice, or change it first. */
export interface SignedRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly botToken: string;
  readonly botUserId: string;
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly email: string;
  /** IANA name; empty as Slack may have it for people of other organisations. */
  readonly tz: string;
  readonly locale: string;
  readonly isBot: boolean;
  readonly isAdmin: boolean;
  readonly deleted: boolean;
  /** A guest of the workspace: of several channels, or of one (ultra). */
  readonly isRestricted: boolean;
  readonly isUltraRestricted: boolean;
  /** The team of somebody from outside who is here through a shared channel (Slack Connect); null for everybody else. */
  readonly homeTeam: string | null;
  /** From another organisation and in no channel with the app: it has no locale and no e-mail. */
  readonly isStranger: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly members: readonly string[];
}

export interface SimMessage {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  /** Block Kit JSON as the app sent it. */
  readonly blocks: readonly unknown[];
  readonly fileIds: readonly string[];
  readonly editedTs: string | null;
  readonly metadata: { event_type: string; event_payload: unknown } | null;
}

export interface SimFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly bytes: Uint8Array;
  /** The channels it was shared in; empty while the upload is not completed. */
  readonly sharedIn: readonly string[];
}
