import type { DateTime } from 'luxon';
import type { RecordingStatus } from '../domain/session.ts';

/** What the video service can tell of a room's use. Every method throws `RoomServiceFault` and nothing else. */
export interface RoomSessions {
  /** Newest first; none for a room that nobody was ever in. */
  sessionsOf(roomId: string): Promise<ToldSession[]>;
  /** Who was in a session, once for every device. @throws RoomServiceFault of kind `not-found` */
  visitsOf(sessionId: string): Promise<ToldVisit[]>;
  /** Without the links to the files, which expire. */
  recordingsOf(roomId: string): Promise<ToldRecording[]>;
  /** Links that are good for a while, made now. @throws RoomServiceFault of kind `not-found` */
  recordingFiles(recordingId: string): Promise<RecordingFiles>;
}

/** One time that a room was in use: from the first who came in to the last who left. */
export interface ToldSession {
  readonly sessionId: string;
  readonly startedAt: DateTime | null;
  /** Null while somebody is in. */
  readonly endedAt: DateTime | null;
}

export interface ToldVisit {
  /** The service's id of this device's stay. */
  readonly peer: string;
  /** Our own id of the person; null for the service's own recorder and the like. */
  readonly personId: string | null;
  readonly joinedAt: DateTime | null;
  /** Null while they are in. */
  readonly leftAt: DateTime | null;
}

export interface ToldRecording {
  readonly recordingId: string;
  readonly status: RecordingStatus;
  readonly startedAt: DateTime | null;
  readonly stoppedAt: DateTime | null;
}

/** Secrets: whoever has one of the links has the recording. Null while there is no such file. */
export interface RecordingFiles {
  readonly video: string | null;
  readonly audio: string | null;
  readonly expiresAt: DateTime | null;
}
