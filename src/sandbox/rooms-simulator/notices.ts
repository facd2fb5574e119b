import type { Happening } from './happenings.ts';
import type { Peer, Recording, Room, Session, Webhook } from './state.ts';

/** The body of a webhook, which unlike the rest of the API is in camel case. */
export function noticeOf(happening: Happening, room: Room, dialect: Webhook['dialect']): object {
  const { event, session } = happening;
  const common = { event, meeting: shownMeeting(room, session) };
  switch (happening.event) {
    case 'meeting.started':
      return common;
    case 'meeting.ended':
      return { ...common, reason: happening.reason };
    case 'meeting.participantJoined':
    case 'meeting.participantLeft':
      return { ...common, participant: shownPeer(happening.peer, dialect, event === 'meeting.participantLeft') };
    case 'recording.statusUpdate':
      return { ...common, recording: shownRecording(happening.recording, dialect) };
  }
}

function shownMeeting(room: Room, session: Session) {
  return {
    id: room.id,
    sessionId: session.id,
    title: room.title,
    roomName: room.id,
    // Both documentations have LIVE here also in `meeting.ended`.
    status: 'LIVE',
    createdAt: session.startedAt,
    startedAt: session.startedAt,
    ...(session.endedAt && { endedAt: session.endedAt }),
    organizedBy: { id: 'simulated-organization', name: 'Simulated' },
  };
}

function shownPeer(peer: Peer, dialect: Webhook['dialect'], hasLeft: boolean) {
  return {
    peerId: peer.id,
    userDisplayName: peer.name,
    customParticipantId: peer.personId,
    clientSpecificId: peer.personId,
    joinedAt: instant(peer.joinedAt, dialect),
    ...(hasLeft && peer.leftAt && { leftAt: instant(peer.leftAt, dialect) }),
  };
}

function shownRecording(recording: Recording, dialect: Webhook['dialect']) {
  const bytes = 2_044_680;
  return {
    id: recording.id,
    recordingId: recording.id,
    meetingId: recording.roomId,
    status: recording.status,
    downloadUrl: recording.file?.url ?? null,
    audioDownloadUrl: null,
    downloadUrlExpiry: recording.file?.expiresAt ?? null,
    startedTime: recording.startedAt,
    stoppedTime: recording.stoppedAt,
    fileSize: dialect === 'dyte' ? bytes : String(bytes),
    outputFileName: `${recording.id}.mp4`,
    roomUUID: recording.sessionId,
  };
}

/** Dyte's samples have microseconds and a space in place of the T. */
function instant(iso: string, dialect: Webhook['dialect']): string {
  return dialect === 'dyte' ? iso.replace('T', ' ').replace('Z', '000Z') : iso;
}
