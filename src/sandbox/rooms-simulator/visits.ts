import type { Happenings } from './happenings.ts';
import type { Room, State } from './state.ts';

/** Why a browser that shows a token is not let in. */
export type VisitRefusal = 'unknown-token' | 'expired' | 'removed' | 'room-inactive';

/** What the video service does when browsers come with tokens, without any video. */
export interface Visits {
  /** Brings the token's participant into the room with one more device. */
  join(token: string): 'joined' | VisitRefusal;
  /** Lets one of the participant's devices go. */
  leave(token: string): void;
  /** A host ends it for all; nothing where nobody is in. */
  endSession(roomId: string): void;
  /** A host presses the button; the recording's id, or null where nobody is in. */
  startRecording(roomId: string): string | null;
  /** Stops a recording and uploads it, well or not. */
  finishRecording(recordingId: string, status?: 'UPLOADED' | 'ERRORED'): void;
}

/** @param clock milliseconds since 1970 */
export function makeVisits(state: State, happenings: Happenings, clock: () => number): Visits {
  const roomOf = (token: string): { room: Room; participantId: string } | null => {
    const issued = state.tokens.find((each) => each.token === token);
    const room = state.rooms.get(issued?.roomId ?? '');
    return issued && room ? { room, participantId: issued.participantId } : null;
  };

  return {
    join(token) {
      const found = roomOf(token);
      if (!found) return 'unknown-token';
      const { room, participantId } = found;
      if (state.tokens.some((each) => each.token === token && each.expiresAt <= clock())) return 'expired';
      const participant = room.participants.get(participantId);
      if (!participant) return 'removed';
      if (room.status === 'INACTIVE') return 'room-inactive';
      happenings.enter(room, participant);
      return 'joined';
    },
    leave(token) {
      const found = roomOf(token);
      if (found) happenings.leave(found.room, found.participantId);
    },
    endSession(roomId) {
      const session = state.rooms.get(roomId)?.session;
      if (session) happenings.end(session);
    },
    startRecording(roomId) {
      const session = state.rooms.get(roomId)?.session;
      return session ? happenings.record(session).id : null;
    },
    finishRecording(recordingId, status = 'UPLOADED') {
      const recording = state.recordings.get(recordingId);
      if (recording) happenings.finish(recording, status);
    },
  };
}
