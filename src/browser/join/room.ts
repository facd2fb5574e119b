/** A call screen, whichever service is behind it. Loaded only after the press on Join. */
export interface RoomAdapter {
  /** Shows the room inside `host`. Rejects when it cannot be shown; `host` may then hold anything. */
  mount(host: HTMLElement, room: RoomOptions): Promise<RoomHandle>;
}

export interface RoomOptions {
  /** The participant token: it goes into no storage, address or log. */
  readonly authToken: string;
  readonly title: string;
  /** The name of the person at this page. */
  readonly me: string;
  /** The names of those who came in, this person among them. */
  people(): Promise<readonly string[]>;
  /** Called once, when the person has left by the room's own button. */
  onLeft(): void;
}

export interface RoomHandle {
  /** Turns camera and microphone off and leaves. */
  leave(): Promise<void>;
}
