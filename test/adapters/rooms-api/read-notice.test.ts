import { expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { readNotice } from '../../../src/adapters/rooms-api/read-notice.ts';

const now = DateTime.utc(2026, 5, 4, 12);
const at = (minute: number) => DateTime.utc(2026, 5, 4, 9, minute);
const meeting = { id: 'room', sessionId: 'run', status: 'LIVE', startedAt: '2026-05-04T09:00:00.000Z' };
const participant = { peerId: 'peer', customParticipantId: 'p-bob', joinedAt: '2026-05-04T09:05:00Z' };
const who = { run: 'run', peer: 'peer', person: 'p-bob' };
const recording = { id: 'rec', recordingId: 'rec', meetingId: 'room', status: 'UPLOADED' };

test.each<[string, object, readonly object[]]>([
  ['a start', { event: 'meeting.started', meeting }, [{ kind: 'started', run: 'run', at: at(0) }]],
  [
    'an end',
    { event: 'meeting.ended', meeting: { ...meeting, endedAt: '2026-05-04T09:30:00Z' } },
    [{ kind: 'ended', run: 'run', at: at(30) }],
  ],
  [
    'an end that a host brought about',
    { event: 'meeting.ended', reason: 'HOST_ENDED_MEETING', meeting },
    [{ kind: 'ended', run: 'run', at: now, byHost: true }],
  ],
  [
    'an end since all have left',
    { event: 'meeting.ended', reason: 'ALL_PARTICIPANTS_LEFT', meeting },
    [{ kind: 'ended', run: 'run', at: now }],
  ],
  ['an end without its time', { event: 'meeting.ended', meeting }, [{ kind: 'ended', run: 'run', at: now }]],
  [
    'somebody who joined',
    { event: 'meeting.participantJoined', meeting, participant },
    [{ kind: 'joined', ...who, at: at(5) }],
  ],
  [
    'somebody who left, and when they had joined',
    {
      event: 'meeting.participantLeft',
      meeting,
      participant: { ...participant, leftAt: '2026-05-04 09:25:00.000000Z' },
    },
    [
      { kind: 'joined', ...who, at: at(5) },
      { kind: 'left', ...who, at: at(25) },
    ],
  ],
  [
    'somebody under the old name of our id',
    {
      event: 'meeting.participantLeft',
      meeting,
      participant: { peerId: 'peer', clientSpecificId: 'p-bob', joinedAt: 'rubbish' },
    },
    [{ kind: 'left', ...who, at: now }],
  ],
  [
    'a recording',
    { event: 'recording.statusUpdate', meeting, recording: { ...recording, startedTime: '2026-05-04T09:01:00Z' } },
    [{ kind: 'recorded', recording: { id: 'rec', status: 'ready', startedAt: at(1), stoppedAt: null } }],
  ],
  [
    'a recording without a meeting',
    { event: 'recording.statusUpdate', recording: { ...recording, status: 'PAUSED' } },
    [{ kind: 'recorded', recording: { id: 'rec', status: 'recording', startedAt: null, stoppedAt: null } }],
  ],
])('%s is understood', (_, body, events) => {
  expect(readNotice(body, now)).toEqual({ roomId: 'room', events });
});

test.each<[string, unknown]>([
  ['nothing', null],
  ['a text', 'meeting.ended'],
  ['a list', [{ event: 'meeting.ended', meeting }]],
  ['no event', { meeting }],
  ['another event', { event: 'meeting.chatSynced', meetingId: 'room', sessionId: 'run' }],
  ['an event of Object', { event: 'toString', meeting }],
  ['no meeting', { event: 'meeting.ended' }],
  ['no session', { event: 'meeting.ended', meeting: { id: 'room' } }],
  ['ids that are numbers', { event: 'meeting.ended', meeting: { id: 7, sessionId: 8 } }],
  ['nobody of ours', { event: 'meeting.participantJoined', meeting, participant: { peerId: 'peer' } }],
  ['an unknown status', { event: 'recording.statusUpdate', meeting, recording: { ...recording, status: 'toString' } }],
])('%s is of no use', (_, body) => {
  expect(readNotice(body, now)).toBeNull();
});
