import { type NewParticipant, type RoomService, RoomServiceFault } from '../../src/ports/rooms.ts';
import { type ScriptedFaults, scriptedFaults } from './scripted-faults.ts';

export interface FakeRoom {
  readonly roomId: string;
  readonly title: string;
  readonly code: string;
  isOpen: boolean;
  readonly participants: (NewParticipant & { readonly participantId: string })[];
}

/** A video service in memory that refuses to add a person twice; tokens are numbered. */
export interface FakeRooms extends RoomService, ScriptedFaults<keyof RoomService> {
  readonly made: readonly FakeRoom[];
  /** As when somebody deletes it in the service's console. */
  remove(roomId: string): void;
}

const PRESETS = ['group_call_host', 'group_call_participant'];

export function fakeRooms(): FakeRooms {
  const { script, play } = scriptedFaults<keyof RoomService>();
  const made: FakeRoom[] = [];
  const removed = new Set<string>();
  let tokens = 0;
  const token = () => `token-${++tokens}`;
  const roomOf = (roomId: string): FakeRoom => {
    const room = made.find((one) => one.roomId === roomId && !removed.has(roomId));
    if (!room) throw new RoomServiceFault('not-found', 'no such room');
    return room;
  };

  return {
    ...script,
    made,
    remove: (roomId) => void removed.add(roomId),
    createRoom: ({ title, code }) =>
      play('createRoom', () => {
        const roomId = `room-${made.length + 1}`;
        made.push({ roomId, title, code, isOpen: true, participants: [] });
        return { roomId };
      }),
    findRoom: (code) =>
      play('findRoom', () => {
        const found = made.find((one) => one.code === code && one.isOpen && !removed.has(one.roomId));
        return found ? { roomId: found.roomId } : null;
      }),
    closeRoom: (roomId) =>
      play('closeRoom', () => {
        roomOf(roomId).isOpen = false;
      }),
    addParticipant: (roomId, participant) =>
      play('addParticipant', () => {
        const room = roomOf(roomId);
        if (!PRESETS.includes(participant.preset)) throw new RoomServiceFault('refused', 'no such preset');
        if (participant.name.trim() === '') throw new RoomServiceFault('refused', 'a name is needed');
        if (!room.isOpen) throw new RoomServiceFault('refused', 'the room is closed');
        if (room.participants.some(({ personId }) => personId === participant.personId)) {
          throw new RoomServiceFault('conflict', 'already there');
        }
        const participantId = `${roomId}-participant-${room.participants.length + 1}`;
        room.participants.push({ ...participant, participantId });
        return { participantId, token: token() };
      }),
    findParticipant: (roomId, personId) =>
      play('findParticipant', () => {
        const found = roomOf(roomId).participants.find((one) => one.personId === personId);
        return found ? { participantId: found.participantId } : null;
      }),
    refreshToken: (roomId, participantId) =>
      play('refreshToken', () => {
        if (!roomOf(roomId).participants.some((one) => one.participantId === participantId)) {
          throw new RoomServiceFault('not-found', 'no such participant');
        }
        return { token: token() };
      }),
    listPresets: () => play('listPresets', () => [...PRESETS]),
  };
}
