import type { RoomsApi } from '../../../src/adapters/rooms-api/client.ts';
import type { DialectName, Operation } from '../../../src/sandbox/rooms-simulator/route.ts';
import type { RoomsSimulator } from '../../../src/sandbox/rooms-simulator/simulator.ts';
import { openRooms, roomsAt } from './open-rooms.ts';

export const ALICE = { name: 'Alice', personId: 'p-alice', preset: 'group_call_host' };

export interface Acting {
  readonly simulator: RoomsSimulator;
  readonly service: RoomsApi;
  readonly roomId: string;
  readonly participantId: string;
  readonly sessionId: string;
  readonly recordingId: string;
  readonly webhookId: string;
}

/** At no address that anything is sent to. */
const WEBHOOK = { name: 'Convene', url: 'https://meet.acme.org/webhooks/rooms', events: ['meeting.ended'] };

/** Every method, the call it makes, whether that call is repeated by itself, and what a 404 to it means. */
export const METHODS: readonly {
  operation: Operation;
  repeated: boolean;
  absence?: 'the app is wrong' | 'nothing to do';
  act: (acting: Acting) => Promise<unknown>;
}[] = [
  {
    operation: 'create-meeting',
    repeated: false,
    absence: 'the app is wrong',
    act: ({ service }) => service.createRoom({ title: 'Retro', code: 'm2x9a' }),
  },
  {
    operation: 'add-participant',
    repeated: false,
    act: ({ service, roomId }) => service.addParticipant(roomId, { ...ALICE, personId: 'p-bob' }),
  },
  {
    operation: 'list-meetings',
    repeated: true,
    absence: 'the app is wrong',
    act: ({ service }) => service.findRoom('k7f3q'),
  },
  {
    operation: 'list-participants',
    repeated: true,
    act: ({ service, roomId }) => service.findParticipant(roomId, 'p-alice'),
  },
  { operation: 'update-meeting', repeated: true, act: ({ service, roomId }) => service.reopenRoom(roomId) },
  { operation: 'update-meeting', repeated: true, act: ({ service, roomId }) => service.closeRoom(roomId) },
  {
    operation: 'refresh-token',
    repeated: true,
    act: ({ service, roomId, participantId }) => service.refreshToken(roomId, participantId),
  },
  {
    operation: 'update-participant',
    repeated: true,
    act: ({ service, roomId, participantId }) => service.changePreset(roomId, participantId, 'group_call_participant'),
  },
  {
    operation: 'kick',
    repeated: true,
    absence: 'nothing to do',
    act: ({ service, roomId, participantId }) => service.kick(roomId, { participantId, personId: 'p-alice' }),
  },
  {
    operation: 'kick-all',
    repeated: true,
    absence: 'nothing to do',
    act: ({ service, roomId }) => service.kickAll(roomId),
  },
  {
    operation: 'delete-participant',
    repeated: true,
    absence: 'nothing to do',
    act: ({ service, roomId, participantId }) => service.removeParticipant(roomId, participantId),
  },
  {
    operation: 'list-presets',
    repeated: true,
    absence: 'the app is wrong',
    act: ({ service }) => service.listPresets(),
  },
  {
    operation: 'list-sessions',
    repeated: true,
    absence: 'the app is wrong',
    act: ({ service, roomId }) => service.sessionsOf(roomId),
  },
  { operation: 'list-visits', repeated: true, act: ({ service, sessionId }) => service.visitsOf(sessionId) },
  {
    operation: 'list-recordings',
    repeated: true,
    absence: 'the app is wrong',
    act: ({ service, roomId }) => service.recordingsOf(roomId),
  },
  {
    operation: 'get-recording',
    repeated: true,
    act: ({ service, recordingId }) => service.recordingFiles(recordingId),
  },
  {
    operation: 'list-webhooks',
    repeated: true,
    absence: 'the app is wrong',
    act: ({ service }) => service.listWebhooks(),
  },
  {
    operation: 'add-webhook',
    repeated: false,
    absence: 'the app is wrong',
    act: ({ service }) => service.addWebhook(WEBHOOK),
  },
  {
    operation: 'remove-webhook',
    repeated: true,
    absence: 'nothing to do',
    act: ({ service, webhookId }) => service.removeWebhook(webhookId),
  },
];

/** A service whose one room has Alice in it, who records. */
export async function openWithAlice(dialect: DialectName, timeoutMs = 5000): Promise<Acting> {
  const { simulator, service } = await openRooms(dialect, {}, { timeoutMs, random: () => 0 });
  const patient = roomsAt(simulator, dialect);
  const { roomId } = await patient.createRoom({ title: 'Standup', code: 'k7f3q' });
  const { webhookId } = await patient.addWebhook(WEBHOOK);
  simulator.holdPosts();
  const { participantId, token } = await patient.addParticipant(roomId, ALICE);
  simulator.join(token);
  const recordingId = simulator.startRecording(roomId) ?? '';
  const sessionId = (await patient.sessionsOf(roomId))[0]?.sessionId ?? '';
  return { simulator, service, roomId, participantId, sessionId, recordingId, webhookId };
}
