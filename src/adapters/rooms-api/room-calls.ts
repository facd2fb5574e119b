import type { RoomService } from '../../ports/rooms.ts';
import { idOf, inPath, toleratingAbsence } from './answered.ts';
import type { Ask } from './ask.ts';
import { type Begin, listing } from './attempt.ts';
import { codeInTitle, titleWithCode } from './room-title.ts';

export type RoomCalls = Pick<
  RoomService,
  'createRoom' | 'findRoom' | 'closeRoom' | 'reopenRoom' | 'kick' | 'kickAll' | 'listPresets'
>;

export function roomCalls(begin: Begin): RoomCalls {
  async function setStatus(what: string, roomId: string, status: 'ACTIVE' | 'INACTIVE'): Promise<void> {
    const path = ['meetings', inPath(roomId)];
    await begin().send({ what, method: 'PATCH', path, body: { status }, repeatable: true });
  }

  async function putOut(what: string, roomId: string, verb: string, body?: Ask['body']): Promise<void> {
    const path = ['meetings', inPath(roomId), 'active-session', verb];
    await toleratingAbsence(begin().send({ what, method: 'POST', path, ...(body && { body }), repeatable: true }));
  }

  return {
    async createRoom({ title, code }) {
      const body = { title: titleWithCode(title, code) };
      const ask: Ask = { what: 'creating a room', method: 'POST', path: ['meetings'], body, repeatable: false };
      const { data } = await begin().send(ask);
      return { roomId: idOf(data, ask) };
    },

    async findRoom(code) {
      const list = listing('searching rooms', ['meetings'], { search: code });
      const found: { roomId: string; createdAt: string }[] = [];
      for await (const room of begin().rows(list)) {
        if (codeInTitle(room['title']) !== code || room['status'] === 'INACTIVE') continue;
        found.push({ roomId: idOf(room, list), createdAt: String(room['created_at']) });
      }
      // Two processes that look at the same time have to see the same room, in whatever order they are listed.
      const [first] = found.sort((a, b) => compare(a.createdAt, b.createdAt) || compare(a.roomId, b.roomId));
      return first === undefined ? null : { roomId: first.roomId };
    },

    closeRoom: (roomId) => setStatus('closing a room', roomId, 'INACTIVE'),
    reopenRoom: (roomId) => setStatus('reopening a room', roomId, 'ACTIVE'),

    // RealtimeKit's own client sends both lists, and Dyte is content with either.
    kick: (roomId, { participantId, personId }) =>
      putOut('kicking a participant', roomId, 'kick', {
        participant_ids: [participantId],
        custom_participant_ids: [personId],
      }),
    kickAll: (roomId) => putOut('kicking everybody', roomId, 'kick-all'),

    async listPresets() {
      const names: string[] = [];
      for await (const preset of begin().rows(listing('listing presets', ['presets']))) {
        names.push(String(preset['name']));
      }
      return names;
    },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
