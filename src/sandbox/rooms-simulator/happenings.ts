import { randomUUID } from 'node:crypto';
import type { Participant, Peer, Recording, Room, Session, State } from './state.ts';

/** What can become of a room's session, whoever brings it about. Each is told to the webhooks. */
export interface Happenings {
  /** A participant comes in with one more device, which starts a session where there is none. */
  enter(room: Room, participant: Participant): void;
  /** One device of a participant goes; with the last of all the session ends. */
  leave(room: Room, participantId: string): void;
  /** All devices of these participants go. */
  putOut(room: Room, participantIds: readonly string[]): void;
  /** Everybody goes. */
  end(session: Session): void;
  record(session: Session): Recording;
  finish(recording: Recording, status: 'UPLOADED' | 'ERRORED'): void;
}

/** Something that webhooks tell of. */
export type Happening =
  | { readonly event: 'meeting.started'; readonly session: Session }
  | { readonly event: 'meeting.ended'; readonly session: Session; readonly reason: EndReason }
  | {
      readonly event: 'meeting.participantJoined' | 'meeting.participantLeft';
      readonly session: Session;
      readonly peer: Peer;
    }
  | { readonly event: 'recording.statusUpdate'; readonly session: Session; readonly recording: Recording };

type EndReason = 'ALL_PARTICIPANTS_LEFT' | 'HOST_ENDED_MEETING';

const FILES_LIVE_DAYS = 7;

/**
 * @param clock milliseconds since 1970
 * @param fileUrl where the file of a recording is
 * @param announce tells the webhooks
 */
export function makeHappenings(
  state: State,
  clock: () => number,
  fileUrl: (recordingId: string) => string,
  announce: (happening: Happening) => void,
): Happenings {
  const now = () => new Date(clock()).toISOString();

  function leaveAs(session: Session, peer: Peer): void {
    peer.leftAt = now();
    announce({ event: 'meeting.participantLeft', session, peer });
  }

  function endNow(session: Session, reason: EndReason): void {
    session.endedAt = now();
    const room = state.rooms.get(session.roomId);
    if (room) room.session = null;
    announce({ event: 'meeting.ended', session, reason });
  }

  function leaveAll(session: Session, peers: readonly Peer[], reason: EndReason): void {
    for (const peer of peers) leaveAs(session, peer);
    if (presentIn(session).length === 0) endNow(session, reason);
  }

  return {
    enter(room, { id: participantId, personId, name, preset }) {
      const session = room.session ?? begin(state, room, now());
      if (session.peers.length === 0) announce({ event: 'meeting.started', session });
      const who = { participantId, personId, name, preset: preset.name };
      const peer: Peer = { id: randomUUID(), ...who, joinedAt: now(), leftAt: null };
      session.peers.push(peer);
      const present = new Set(presentIn(session).map((each) => each.participantId));
      session.mostPresent = Math.max(session.mostPresent, present.size);
      announce({ event: 'meeting.participantJoined', session, peer });
    },
    leave({ session }, participantId) {
      const peer = session && presentIn(session).findLast((each) => each.participantId === participantId);
      if (session && peer) leaveAll(session, [peer], 'ALL_PARTICIPANTS_LEFT');
    },
    putOut({ session }, participantIds) {
      if (!session) return;
      const peers = presentIn(session).filter((each) => participantIds.includes(each.participantId));
      leaveAll(session, peers, 'ALL_PARTICIPANTS_LEFT');
    },
    end: (session) => leaveAll(session, presentIn(session), 'HOST_ENDED_MEETING'),
    record(session) {
      const place = { id: randomUUID(), roomId: session.roomId, sessionId: session.id };
      const recording: Recording = { ...place, status: 'RECORDING', startedAt: now(), stoppedAt: null, file: null };
      state.recordings.set(recording.id, recording);
      announce({ event: 'recording.statusUpdate', session, recording });
      return recording;
    },
    finish(recording, status) {
      const session = state.sessions.get(recording.sessionId);
      if (!session) return;
      recording.stoppedAt ??= now();
      recording.status = 'UPLOADING';
      announce({ event: 'recording.statusUpdate', session, recording });
      recording.status = status;
      const expiresAt = new Date(clock() + FILES_LIVE_DAYS * 86_400_000).toISOString();
      recording.file = status === 'UPLOADED' ? { url: fileUrl(recording.id), expiresAt } : null;
      announce({ event: 'recording.statusUpdate', session, recording });
    },
  };
}

export function presentIn(session: Session): Peer[] {
  return session.peers.filter(({ leftAt }) => leftAt === null);
}

function begin(state: State, room: Room, startedAt: string): Session {
  const session: Session = { id: randomUUID(), roomId: room.id, startedAt, endedAt: null, peers: [], mostPresent: 0 };
  state.sessions.set(session.id, session);
  room.session = session;
  return session;
}
