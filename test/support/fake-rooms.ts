import type { RoomSessions, ToldRecording, ToldSession, ToldVisit } from '../../src/ports/room-sessions.ts';
import { type NewParticipant, type RoomService, RoomServiceFault } from '../../src/ports/rooms.ts';
import { type ScriptedFaults, scriptedFaults } from './scripted-faults.ts';

export interface FakeRoom {
  readonly roomId: string;
  readonly title: string;
  readonly code: string;
  isOpen: boolean;
  readonly participants: (NewParticipant & { readonly participantId: string })[];
}

type Method = keyof RoomService | keyof RoomSessions;

/** What the service tells of a room's use; empty until a test says something. */
export interface FakeUse {
  sessions: (ToldSession & { readonly visits: readonly ToldVisit[] })[];
  recordings: ToldRecording[];
}

/** A video service in memory that refuses to add a person twice; tokens are numbered. */
export interface FakeRooms extends RoomService, RoomSessions, ScriptedFaults<Method> {
  readonly made: readonly FakeRoom[];
  useOf(roomId: string): FakeUse;
  /** Who was put out of a room, in order: our ids of persons, and `everybody`. */
  readonly kicked: readonly string[];
  /** Whether somebody can come in by this token, as its participant was not removed since. */
  isGood(token: string): boolean;
  /** As when somebody deletes it in the service's console. */
  remove(roomId: string): void;
}

const PRESETS = ['group_call_host', 'group_call_participant'];

export function fakeRooms(): FakeRooms {
  const { script, play } = scriptedFaults<Method>();
  const uses = new Map<string, FakeUse>();
  const kicked: string[] = [];
  const added = new Map<string, number>();
  const made: FakeRoom[] = [];
  const removed = new Set<string>();
  /** Whose each token is, by its number. */
  const tokens: string[] = [];
  const token = (participantId: string) => `token-${tokens.push(participantId)}`;
  const roomOf = (roomId: string): FakeRoom => {
    const room = made.find((one) => one.roomId === roomId && !removed.has(roomId));
    if (!room) throw new RoomServiceFault('not-found', 'no such room');
    return room;
  };

  const participantOf = (roomId: string, participantId: string) => {
    const found = roomOf(roomId).participants.find((one) => one.participantId === participantId);
    if (!found) throw new RoomServiceFault('not-found', 'no such participant');
    return found;
  };
  const useOf = (roomId: string): FakeUse => {
    const use = uses.get(roomId) ?? { sessions: [], recordings: [] };
    uses.set(roomId, use);
    return use;
  };
  const isThere = (roomId: string) => made.some((room) => room.roomId === roomId && !removed.has(roomId));

  return {
    ...script,
    made,
    useOf,
    kicked,
    isGood: (given) => {
      const owner = tokens[Number(given.split('-')[1]) - 1];
      return made.some(({ participants }) => participants.some(({ participantId }) => participantId === owner));
    },
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
        added.set(roomId, (added.get(roomId) ?? 0) + 1);
        const participantId = `${roomId}-participant-${added.get(roomId)}`;
        room.participants.push({ ...participant, participantId });
        return { participantId, token: token(participantId) };
      }),
    findParticipant: (roomId, personId) =>
      play('findParticipant', () => {
        const found = roomOf(roomId).participants.find((one) => one.personId === personId);
        return found ? { participantId: found.participantId, preset: found.preset } : null;
      }),
    refreshToken: (roomId, participantId) =>
      play('refreshToken', () => {
        participantOf(roomId, participantId);
        return { token: token(participantId) };
      }),
    reopenRoom: (roomId) =>
      play('reopenRoom', () => {
        roomOf(roomId).isOpen = true;
      }),
    changePreset: (roomId, participantId, preset) =>
      play('changePreset', () => {
        const participant = participantOf(roomId, participantId);
        if (!PRESETS.includes(preset)) throw new RoomServiceFault('refused', 'no such preset');
        Object.assign(participant, { preset });
      }),
    removeParticipant: (roomId, participantId) =>
      play('removeParticipant', () => {
        const participants = isThere(roomId) ? roomOf(roomId).participants : [];
        const at = participants.findIndex((one) => one.participantId === participantId);
        if (at >= 0) participants.splice(at, 1);
      }),
    kick: (_roomId, { personId }) => play('kick', () => void kicked.push(personId)),
    kickAll: () => play('kickAll', () => void kicked.push('everybody')),
    sessionsOf: (roomId) => play('sessionsOf', () => useOf(roomId).sessions.map(({ visits: _, ...told }) => told)),
    visitsOf: (sessionId) =>
      play('visitsOf', () => {
        const found = [...uses.values()].flatMap((use) => use.sessions).find((one) => one.sessionId === sessionId);
        if (!found) throw new RoomServiceFault('not-found', 'no such session');
        return [...found.visits];
      }),
    recordingsOf: (roomId) => play('recordingsOf', () => [...useOf(roomId).recordings]),
    recordingFiles: (recordingId) =>
      play('recordingFiles', () => {
        const known = [...uses.values()].flatMap((use) => use.recordings).map((one) => one.recordingId);
        if (!known.includes(recordingId)) throw new RoomServiceFault('not-found', 'no such recording');
        return { video: `https://recordings.example/${recordingId}.mp4`, audio: null, expiresAt: null };
      }),
    listPresets: () => play('listPresets', () => [...PRESETS]),
  };
}
