/**
 * The video service. A room is what Dyte and RealtimeKit call a meeting: reusable, without a start or an end of its
 * own. Every method throws `RoomServiceFault` and nothing else.
 */
export interface RoomService {
  /**
   * Makes a room. Not safe to repeat after an ambiguous fault: look with `findRoom` first.
   * @param code ours, unique per room; it stands in the title so that the room can be found again
   */
  createRoom(room: { readonly title: string; readonly code: string }): Promise<{ readonly roomId: string }>;
  /** The open room whose title carries this code, the oldest of several, or null. A closed room is not found. */
  findRoom(code: string): Promise<{ readonly roomId: string } | null>;
  /** Nobody can join from now on; who is in stays in. */
  closeRoom(roomId: string): Promise<void>;
  /** People can join a room again that was closed. */
  reopenRoom(roomId: string): Promise<void>;
  /** @throws RoomServiceFault of kind `conflict` when the service already knows this `personId` in this room */
  addParticipant(roomId: string, participant: NewParticipant): Promise<{ participantId: string; token: string }>;
  findParticipant(roomId: string, personId: string): Promise<FoundParticipant | null>;
  /** A new token for a participant who is already there. @throws RoomServiceFault of kind `not-found` */
  refreshToken(roomId: string, participantId: string): Promise<{ readonly token: string }>;
  /** What the participant may do, from their next token on. @throws RoomServiceFault of kind `not-found` */
  changePreset(roomId: string, participantId: string, preset: string): Promise<void>;
  /** Every token of theirs is worthless from now on; nothing to do where they are gone. Who is in stays in until kicked. */
  removeParticipant(roomId: string, participantId: string): Promise<void>;
  /** Puts one person out of the room, on every device; nothing to do where they are not in. They may come back. */
  kick(roomId: string, who: Pick<NewParticipant, 'personId'> & { readonly participantId: string }): Promise<void>;
  /** Puts everybody out of the room; nothing to do where nobody is in. */
  kickAll(roomId: string): Promise<void>;
  /** The names of the presets that the service has. */
  listPresets(): Promise<string[]>;
}

export interface FoundParticipant {
  readonly participantId: string;
  /** Null where the service does not say. */
  readonly preset: string | null;
}

export interface NewParticipant {
  /** Shown to everybody in the room; never empty (a token made without a name cannot connect). */
  readonly name: string;
  /** Our own opaque id of the person, never an e-mail address or a Slack id. */
  readonly personId: string;
  readonly preset: string;
}

/**
 * - `unavailable`: no answer, or a 5xx
 * - `throttled`: told to slow down, see `retryAfterSeconds`
 * - `unauthorized`: our credentials or the app id are wrong; the operator has to act
 * - `conflict`: it is already there
 * - `not-found`: no such room or participant
 * - `refused`: any other answer that will not change by repeating
 */
export type RoomFaultKind = 'unavailable' | 'throttled' | 'unauthorized' | 'conflict' | 'not-found' | 'refused';

export class RoomServiceFault extends Error {
  override readonly name = 'RoomServiceFault';
  readonly kind: RoomFaultKind;
  /** Whether trying again later can help. */
  readonly retryable: boolean;
  /** The service may have done what was asked although we saw no success. */
  readonly ambiguous: boolean;
  readonly retryAfterSeconds: number | null;

  constructor(
    kind: RoomFaultKind,
    message: string,
    options: { ambiguous?: boolean; retryAfterSeconds?: number | null; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.retryable = kind === 'unavailable' || kind === 'throttled';
    this.ambiguous = options.ambiguous ?? false;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}
