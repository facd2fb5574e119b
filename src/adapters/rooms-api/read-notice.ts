import type { DateTime } from 'luxon';
import type { InviteeId } from '../../domain/ids.ts';
import type { SessionEvent } from '../../domain/session.ts';
import type { RoomNotice } from '../../ports/room-notice.ts';
import { instantOf, textOf } from './answered.ts';
import { fieldsOf } from './fields.ts';
import { recordingStatus } from './recording-status.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What `readNotice` understands, as the services call it. */
export const NOTICED_EVENTS = [
  'meeting.started',
  'meeting.ended',
  'meeting.participantJoined',
  'meeting.participantLeft',
  'recording.statusUpdate',
] as const;

/**
 * What a webhook says, in the words of the domain; null for what we have no use for. That somebody left says when they
 * had joined, too. Participants are told by our own id of the person only.
 *
 * @param now stands in for a time that is not told
 */
export function readNotice(body: unknown, now: DateTime): RoomNotice | null {
  const { event, ...told } = fieldsOf(body);
  const [meeting, participant, recording] = [told['meeting'], told['participant'], told['recording']].map(fieldsOf);
  const roomId = textOf(meeting?.['id'] ?? recording?.['meetingId']);
  const events = eventsIn(event, { meeting, participant, recording }, told['reason'], now);
  return roomId !== null && events.length > 0 ? { roomId, events } : null;
}

function eventsIn(
  name: unknown,
  {
    meeting = {},
    participant = {},
    recording = {},
  }: { [part in 'meeting' | 'participant' | 'recording']: Fields | undefined },
  reason: unknown,
  now: DateTime,
): SessionEvent[] {
  const run = textOf(meeting['sessionId']);
  // `meeting.status` says LIVE in every one of them, also when it has ended.
  switch (name) {
    case 'meeting.started':
      return run ? [{ kind: 'started', run, at: instantOf(meeting['startedAt']) ?? now }] : [];
    case 'meeting.ended':
      return run ? [{ kind: 'ended', run, at: instantOf(meeting['endedAt']) ?? now, ...byHost(reason) }] : [];
    case 'meeting.participantJoined':
    case 'meeting.participantLeft':
      return run ? movesIn(name, run, participant, now) : [];
    case 'recording.statusUpdate':
      return recordedIn(recording);
    default:
      return [];
  }
}

/** The other reason is that all have left. */
function byHost(reason: unknown): { byHost?: true } {
  return reason === 'HOST_ENDED_MEETING' ? { byHost: true } : {};
}

function movesIn(name: string, run: string, participant: Fields, now: DateTime): SessionEvent[] {
  const peer = textOf(participant['peerId']);
  const person = textOf(participant['customParticipantId'] ?? participant['clientSpecificId']) as InviteeId | null;
  if (peer === null || person === null) return [];
  const who = { run, peer, person };
  const joinedAt = instantOf(participant['joinedAt']);
  if (name === 'meeting.participantJoined') return [{ kind: 'joined', ...who, at: joinedAt ?? now }];
  const joined: SessionEvent[] = joinedAt ? [{ kind: 'joined', ...who, at: joinedAt }] : [];
  return [...joined, { kind: 'left', ...who, at: instantOf(participant['leftAt']) ?? now }];
}

function recordedIn(recording: Fields): SessionEvent[] {
  const id = textOf(recording['recordingId'] ?? recording['id']);
  const status = recordingStatus(recording['status']);
  if (id === null || status === null) return [];
  const startedAt = instantOf(recording['startedTime']);
  const stoppedAt = instantOf(recording['stoppedTime']);
  return [{ kind: 'recorded', recording: { id, status, startedAt, stoppedAt } }];
}
