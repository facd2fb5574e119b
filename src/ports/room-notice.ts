import type { SessionEvent } from '../domain/session.ts';

/** Something that the video service reports of a room by itself. */
export interface RoomNotice {
  readonly roomId: string;
  readonly events: readonly SessionEvent[];
}
