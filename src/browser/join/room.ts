import type { RoomEnding, RoomFault } from './room-outcome.ts';

/** A call screen, whichever service is behind it. Loaded only after the press on Join. */
export interface RoomAdapter {
  /** Prepares the room, which may take seconds; what the visitor sees stays as it is meanwhile. */
  open(options: RoomOptions): Promise<Opening>;
}

export interface RoomOptions {
  /** The participant token: it goes into no storage, address or log. */
  readonly authToken: string;
  readonly title: string;
  /** The name of the person at this page. */
  readonly me: string;
  /** The names of those who came in, this person among them. */
  people(): Promise<readonly string[]>;
  /** Called once, when a room that was shown is over for this person; camera and microphone are off then. */
  onLeft(ending: RoomEnding): void;
}

export type Opening =
  | { readonly ok: true; readonly room: OpenRoom }
  | { readonly ok: false; readonly fault: RoomFault };

export interface OpenRoom {
  /** Where it cannot be shown, it is over, see `onLeft`. @param host visible and empty */
  show(host: HTMLElement): void;
}
