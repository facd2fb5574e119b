/** What the simulated service knows. One state serves both dialects. */
export interface State {
  readonly rooms: Map<string, Room>;
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

/** A room that somebody is in. */
export interface Session {
  readonly id: string;
  readonly startedAt: string;
  /** Participant ids. */
  readonly present: Set<string>;
  mostPresent: number;
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
