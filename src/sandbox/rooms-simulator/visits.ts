import { randomUUID } from 'node:crypto';
import { leaveSession } from './session-routes.ts';
import type { Room, State } from './state.ts';

/** Why a browser that shows a token is not let in. */
export type VisitRefusal = 'unknown-token' | 'expired' | 'removed' | 'room-inactive';

/** What the video service does when a browser comes with a token, without any video. */
export interface Visits {
  /** Brings the token's participant into the room, which starts a session where there is none. */
  join(token: string): 'joined' | VisitRefusal;
  leave(token: string): void;
}

/** @param clock milliseconds since 1970 */
export function makeVisits(state: State, clock: () => number): Visits {
  return {
    join(token) {
      const issued = state.tokens.find((each) => each.token === token);
      const room = state.rooms.get(issued?.roomId ?? '');
      if (issued === undefined || room === undefined) return 'unknown-token';
      if (issued.expiresAt <= clock()) return 'expired';
      if (!room.participants.has(issued.participantId)) return 'removed';
      if (room.status === 'INACTIVE') return 'room-inactive';
      enterRoom(room, issued.participantId, clock());
      return 'joined';
    },
    leave(token) {
      const issued = state.tokens.find((each) => each.token === token);
      const room = state.rooms.get(issued?.roomId ?? '');
      if (issued !== undefined && room !== undefined) leaveSession(room, issued.participantId);
    },
  };
}

function enterRoom(room: Room, participantId: string, now: number): void {
  room.session ??= { id: randomUUID(), startedAt: new Date(now).toISOString(), present: new Set(), mostPresent: 0 };
  room.session.present.add(participantId);
  room.session.mostPresent = Math.max(room.session.mostPresent, room.session.present.size);
}
