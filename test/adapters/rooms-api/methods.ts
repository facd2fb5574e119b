import type { RoomService } from '../../../src/ports/rooms.ts';
import type { DialectName, Operation } from '../../../src/sandbox/rooms-simulator/route.ts';
import type { RoomsSimulator } from '../../../src/sandbox/rooms-simulator/simulator.ts';
import { openRooms, roomsAt } from './open-rooms.ts';

export const ALICE = { name: 'Alice', personId: 'p-alice', preset: 'group_call_host' };

export interface Acting {
  readonly simulator: RoomsSimulator;
  readonly service: RoomService;
  readonly roomId: string;
  readonly participantId: string;
}

/** Every method, the call it makes, and whether that call is repeated by itself. */
export const METHODS: readonly {
  operation: Operation;
  repeated: boolean;
  act: (acting: Acting) => Promise<unknown>;
}[] = [
  {
    operation: 'create-meeting',
    repeated: false,
    act: ({ service }) => service.createRoom({ title: 'Retro', code: 'm2x9a' }),
  },
  {
    operation: 'add-participant',
    repeated: false,
    act: ({ service, roomId }) => service.addParticipant(roomId, { ...ALICE, personId: 'p-bob' }),
  },
  { operation: 'list-meetings', repeated: true, act: ({ service }) => service.findRoom('k7f3q') },
  {
    operation: 'list-participants',
    repeated: true,
    act: ({ service, roomId }) => service.findParticipant(roomId, 'p-alice'),
  },
  { operation: 'update-meeting', repeated: true, act: ({ service, roomId }) => service.closeRoom(roomId) },
  {
    operation: 'refresh-token',
    repeated: true,
    act: ({ service, roomId, participantId }) => service.refreshToken(roomId, participantId),
  },
  { operation: 'list-presets', repeated: true, act: ({ service }) => service.listPresets() },
];

/** A service whose one room has Alice in it. */
export async function openWithAlice(dialect: DialectName, timeoutMs = 5000): Promise<Acting> {
  const { simulator, service } = await openRooms(dialect, {}, { timeoutMs, random: () => 0 });
  const patient = roomsAt(simulator, dialect);
  const { roomId } = await patient.createRoom({ title: 'Standup', code: 'k7f3q' });
  const { participantId } = await patient.addParticipant(roomId, ALICE);
  return { simulator, service, roomId, participantId };
}
