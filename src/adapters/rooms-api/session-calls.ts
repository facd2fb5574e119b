import type { RoomSessions, ToldRecording } from '../../ports/room-sessions.ts';
import { idOf, inPath, instantOf, textOf } from './answered.ts';
import { type Begin, listing } from './attempt.ts';
import { fieldsOf } from './fields.ts';
import { recordingStatus } from './recording-status.ts';

export function sessionCalls(begin: Begin): RoomSessions {
  return {
    async sessionsOf(roomId) {
      const query = { associated_id: inPath(roomId), sort_by: 'createdAt', sort_order: 'DESC' };
      const list = { ...listing('listing sessions', ['sessions'], query), rowsIn: 'sessions' };
      const found = [];
      for await (const row of begin().rows(list)) {
        // The filter was seen to be ignored, and then the list holds the sessions of all rooms.
        if (row['associated_id'] !== roomId) continue;
        const startedAt = instantOf(row['started_at']);
        const endedAt =
          row['status'] === 'LIVE' ? null : (instantOf(row['ended_at'] ?? row['updated_at']) ?? startedAt);
        found.push({ sessionId: idOf(row, list), startedAt, endedAt });
      }
      return found;
    },

    async visitsOf(sessionId) {
      const path = ['sessions', inPath(sessionId), 'participants'];
      const list = { ...listing('listing who was in a session', path), rowsIn: 'participants' };
      const found = [];
      for await (const row of begin().rows(list)) {
        found.push({
          peer: idOf(row, list),
          personId: textOf(row['custom_participant_id']),
          joinedAt: instantOf(row['joined_at']),
          leftAt: instantOf(row['left_at']),
        });
      }
      return found;
    },

    async recordingsOf(roomId) {
      const list = listing('listing recordings', ['recordings'], { meeting_id: inPath(roomId) });
      const found: ToldRecording[] = [];
      for await (const row of begin().rows(list)) {
        const status = recordingStatus(row['status']);
        if (status === null) continue;
        const startedAt = instantOf(row['started_time']);
        found.push({ recordingId: idOf(row, list), status, startedAt, stoppedAt: instantOf(row['stopped_time']) });
      }
      return found;
    },

    async recordingFiles(recordingId) {
      const path = ['recordings', inPath(recordingId)];
      const { data } = await begin().send({ what: 'reading a recording', method: 'GET', path, repeatable: true });
      const { download_url, audio_download_url, download_url_expiry } = fieldsOf(data);
      return { video: link(download_url), audio: link(audio_download_url), expiresAt: instantOf(download_url_expiry) };
    },
  };
}

/** People are sent there, so it has to be a place that a browser goes to safely. */
function link(value: unknown): string | null {
  const text = textOf(value);
  return text !== null && /^https?:\/\//.test(text) && URL.canParse(text) ? text : null;
}
