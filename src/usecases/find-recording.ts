import type { Logger } from 'pino';
import { isRecordingUrl } from '../domain/recording-host.ts';
import { type RecordingLinks, recordingMark } from '../domain/recording-link.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { RoomSessions } from '../ports/room-sessions.ts';
import { RoomServiceFault } from '../ports/rooms.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Sessions } from '../store/sessions.ts';

export type RecordingProblem =
  /** Forged, or of a meeting that is not kept any more. */
  | { readonly kind: 'unknown-link' }
  | { readonly kind: 'not-ready' }
  /** It failed, or the service has deleted the file. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'unavailable' };

/**
 * Where the recording behind a link can be watched now. That address is a secret which expires, so it is asked for each
 * time and kept nowhere.
 */
export type FindRecording = (link: string) => Promise<Result<string, RecordingProblem>>;

export function makeFindRecording(deps: {
  readonly meetings: Pick<Meetings, 'find'>;
  readonly sessions: Pick<Sessions, 'ofMeeting'>;
  readonly roomService: Pick<RoomSessions, 'recordingFiles'>;
  readonly recordingLinks: RecordingLinks;
  /** Origin of the video service's API, where that is none of the public ones. */
  readonly roomsOrigin: string | null;
  readonly log: Pick<Logger, 'error'>;
}): FindRecording {
  const { meetings, sessions, roomService, recordingLinks, roomsOrigin, log } = deps;

  return async (text) => {
    const link = recordingLinks.read(text);
    const meeting = link && (await meetings.find(link.meeting));
    if (!link || !meeting) return refuse({ kind: 'unknown-link' });
    const recordings = (await sessions.ofMeeting(meeting.id)).flatMap((session) => session.recordings);
    const recording = recordings.find(({ id }) => recordingMark(meeting.id, id) === link.mark);
    if (!recording) return refuse({ kind: 'unknown-link' });
    if (recording.status === 'failed') return refuse({ kind: 'gone' });
    if (recording.status !== 'ready') return refuse({ kind: 'not-ready' });
    try {
      const { video, audio } = await roomService.recordingFiles(recording.id);
      const url = video ?? audio;
      if (url === null) return refuse({ kind: 'gone' });
      if (isRecordingUrl(url, roomsOrigin)) return ok(url);
      log.error({ meeting: meeting.id, host: new URL(url).hostname }, 'a recording is at a host that is not known');
      return refuse({ kind: 'unavailable' });
    } catch (error) {
      if (!(error instanceof RoomServiceFault)) throw error;
      if (error.kind === 'not-found') return refuse({ kind: 'gone' });
      log.error({ meeting: meeting.id, fault: error.kind, err: error }, 'a recording cannot be looked up');
      return refuse({ kind: 'unavailable' });
    }
  };
}
