/** What the simulated service knows. One state serves both dialects. */
export interface State {
  readonly rooms: Map<string, Room>;
  /** Live and over, oldest first. */
  readonly sessions: Map<string, Session>;
  readonly recordings: Map<string, Recording>;
  readonly webhooks: Map<string, Webhook>;
  readonly tokens: IssuedToken[];
  readonly presets: readonly Preset[];
  readonly violations: string[];
}

export interface Room {
  readonly id: string;
  title: string | null;
  status: 'ACTIVE' | 'INACTIVE';
  /** Everything else that was sent, as it was sent. */
  options: Readonly<Record<string, unknown>>;
  readonly participants: Map<string, Participant>;
  /** The live one. */
  session: Session | null;
  readonly createdAt: string;
  updatedAt: string;
}

export interface Participant {
  readonly id: string;
  readonly personId: string;
  name: string;
  picture: string | null;
  preset: Preset;
  readonly createdAt: string;
  updatedAt: string;
}

/** One time that somebody was in a room, from the first who came to the last who left. */
export interface Session {
  readonly id: string;
  readonly roomId: string;
  readonly startedAt: string;
  endedAt: string | null;
  /** In the order in which they came. */
  readonly peers: Peer[];
  mostPresent: number;
}

/** One device of a participant: it is another one at each visit. */
export interface Peer {
  readonly id: string;
  readonly participantId: string;
  readonly personId: string;
  readonly name: string;
  readonly preset: string;
  readonly joinedAt: string;
  leftAt: string | null;
}

export interface Recording {
  readonly id: string;
  readonly roomId: string;
  readonly sessionId: string;
  status: 'RECORDING' | 'UPLOADING' | 'UPLOADED' | 'ERRORED';
  readonly startedAt: string;
  stoppedAt: string | null;
  /** There is a file from the upload on. */
  file: { readonly url: string; readonly expiresAt: string } | null;
}

export interface Webhook {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly enabled: boolean;
  /** Whose headers and rules of repetition it has. */
  readonly dialect: 'dyte' | 'realtimekit';
  readonly createdAt: string;
}

export interface Preset {
  readonly id: string;
  readonly name: string;
}

export interface IssuedToken {
  readonly token: string;
  readonly roomId: string;
  readonly participantId: string;
  readonly personId: string;
  readonly preset: string;
  /** Milliseconds since 1970, by the simulator's clock. */
  readonly issuedAt: number;
  readonly expiresAt: number;
}
