import { Refusal, success, violation } from './answers.ts';
import { presentIn } from './happenings.ts';
import { paged } from './paging.ts';
import type { Call, Route } from './route.ts';
import type { Peer, Recording, Session } from './state.ts';
import { expectFields } from './strictness.ts';

const MINUTE_MS = 60_000;
const PAGE = ['page_no', 'per_page'];
const SORTED = [...PAGE, 'sort_by', 'sort_order', 'search', 'start_time', 'end_time'];
const VISIT_FILTERS = [...PAGE, 'sort_by', 'sort_order', 'search', 'include_peer_events', 'view'];

export const sessionRoutes: readonly Route[] = [
  {
    operation: 'list-sessions',
    method: 'GET',
    path: '/sessions',
    answer: (call) => {
      expectFields(call.query, [...SORTED, 'associated_id', 'status', 'participants'], 'GET /sessions');
      const { associated_id: roomId, status, sort_by: by = 'createdAt', sort_order: order = 'DESC' } = call.query;
      if (!['createdAt', 'minutesConsumed'].includes(by)) throw violation('"sort_by" is createdAt or minutesConsumed');
      if (!['ASC', 'DESC'].includes(order)) throw violation('"sort_order" is ASC or DESC');
      const found = [...call.state.sessions.values()]
        .filter((session) => roomId === undefined || session.roomId === roomId)
        .filter((session) => status === undefined || statusOf(session) === status);
      if (order === 'DESC') found.reverse();
      const rows = found.map((session) => shownSession(session, call));
      return paged(rows, call, 'sessions');
    },
  },
  {
    operation: 'list-visits',
    method: 'GET',
    path: '/sessions/:session/participants',
    answer: (call) => {
      expectFields(call.query, VISIT_FILTERS, 'GET /sessions/:session/participants');
      const session = call.state.sessions.get(call.params['session'] ?? '');
      if (session === undefined) throw new Refusal(404, 'Session not found');
      const rows = session.peers.map((peer) => shownPeer(peer, call.now));
      return paged(rows, call, 'participants');
    },
  },
  {
    operation: 'list-recordings',
    method: 'GET',
    path: '/recordings',
    answer: (call) => {
      expectFields(call.query, [...SORTED, 'meeting_id', 'status', 'expired'], 'GET /recordings');
      const { meeting_id: roomId } = call.query;
      const found = [...call.state.recordings.values()].filter(
        (each) => roomId === undefined || each.roomId === roomId,
      );
      return paged(found.map(shownRecording), call);
    },
  },
  {
    operation: 'get-recording',
    method: 'GET',
    path: '/recordings/:recording',
    answer: (call) => {
      const recording = call.state.recordings.get(call.params['recording'] ?? '');
      if (recording === undefined) throw new Refusal(404, 'Recording not found');
      return success(shownRecording(recording));
    },
  },
];

export function shownSession(session: Session, call: Call) {
  return {
    id: session.id,
    associated_id: session.roomId,
    meeting_display_name: call.state.rooms.get(session.roomId)?.title ?? null,
    type: 'meeting',
    status: statusOf(session),
    live_participants: new Set(presentIn(session).map(({ participantId }) => participantId)).size,
    max_concurrent_participants: session.mostPresent,
    minutes_consumed: session.peers.reduce((sum, peer) => sum + minutesOf(peer, call.now), 0),
    organization_id: call.rules.organizationId,
    started_at: session.startedAt,
    created_at: session.startedAt,
    updated_at: session.endedAt ?? new Date(call.now).toISOString(),
    ...(session.endedAt && { ended_at: session.endedAt }),
  };
}

function statusOf({ endedAt }: Session): 'LIVE' | 'ENDED' {
  return endedAt === null ? 'LIVE' : 'ENDED';
}

function shownPeer(peer: Peer, now: number) {
  return {
    id: peer.id,
    user_id: peer.participantId,
    custom_participant_id: peer.personId,
    display_name: peer.name,
    preset_name: peer.preset,
    created_at: peer.joinedAt,
    updated_at: peer.leftAt ?? peer.joinedAt,
    joined_at: peer.joinedAt,
    left_at: peer.leftAt,
    duration: minutesOf(peer, now),
  };
}

function minutesOf({ joinedAt, leftAt }: Peer, now: number): number {
  return (Date.parse(leftAt ?? new Date(now).toISOString()) - Date.parse(joinedAt)) / MINUTE_MS;
}

function shownRecording({ id, sessionId, status, startedAt, stoppedAt, file }: Recording) {
  return {
    id,
    session_id: sessionId,
    status,
    download_url: file?.url ?? null,
    download_url_expiry: file?.expiresAt ?? null,
    audio_download_url: null,
    file_size: file ? 2_044_680 : null,
    output_file_name: `${id}.mp4`,
    invoked_time: startedAt,
    started_time: startedAt,
    stopped_time: stoppedAt,
    recording_duration: stoppedAt === null ? 0 : (Date.parse(stoppedAt) - Date.parse(startedAt)) / 1000,
  };
}
