import { type NewParticipant, type RoomService, RoomServiceFault } from '../../ports/rooms.ts';
import type { Ask } from './ask.ts';
import type { Endpoint } from './endpoint.ts';
import { faultOfNonsense } from './faults.ts';
import { fieldsOf } from './fields.ts';
import { pagesOf } from './pages.ts';
import { patiently } from './patiently.ts';
import { makeRequest } from './request.ts';
import { codeInTitle, titleWithCode } from './room-title.ts';

export interface RoomsApiOptions extends Endpoint {
  readonly fetch?: typeof globalThis.fetch;
  /** For one call of a method, with its pages and repetitions. @default 5000 */
  readonly timeoutMs?: number;
  /** From 0 to 1. @default Math.random */
  readonly random?: () => number;
}

/** Ids go into paths, so nothing that could change a path is taken for one. */
const ID = /^[\w-]{1,200}$/;

/** The rooms of Dyte v2 and of Cloudflare RealtimeKit, which speak the same language at different doors. */
export function makeRoomsApi(options: RoomsApiOptions): RoomService {
  const { fetch = globalThis.fetch, timeoutMs = 5000, random = Math.random } = options;
  const request = patiently(makeRequest(options, fetch), random);
  const deadline = () => AbortSignal.timeout(timeoutMs);

  async function findRoom(code: string) {
    const list: Ask = { ...listing('searching rooms', ['meetings']), query: { search: code } };
    const found: { roomId: string; createdAt: string }[] = [];
    for await (const room of pagesOf(request, list, deadline())) {
      if (codeInTitle(room['title']) !== code || room['status'] === 'INACTIVE') continue;
      found.push({ roomId: idOf(room, list), createdAt: String(room['created_at']) });
    }
    // Two processes that look at the same time have to see the same room, in whatever order they are listed.
    const [first] = found.sort((a, b) => compare(a.createdAt, b.createdAt) || compare(a.roomId, b.roomId));
    return first === undefined ? null : { roomId: first.roomId };
  }

  async function findAmong(roomId: string, personId: string, until: AbortSignal) {
    const list = listing('listing participants', [...roomPath(roomId), 'participants']);
    for await (const participant of pagesOf(request, list, until)) {
      if (participant['custom_participant_id'] === personId) return { participantId: idOf(participant, list) };
    }
    return null;
  }

  async function addParticipant(roomId: string, { name, personId, preset }: NewParticipant) {
    if (name.trim() === '') throw new RoomServiceFault('refused', 'A participant without a name could not connect');
    const path = [...roomPath(roomId), 'participants'];
    const body = { name, preset_name: preset, custom_participant_id: personId };
    const ask: Ask = { what: 'adding a participant', method: 'POST', path, body, repeatable: false };
    const until = deadline();
    try {
      const { data } = await request(ask, until);
      return { participantId: idOf(data, ask), token: tokenIn(data, ask) };
    } catch (fault) {
      // No status is documented for a person who is there already, so a refusal is settled by looking.
      const isRefusal = fault instanceof RoomServiceFault && fault.kind === 'refused';
      if (!isRefusal || (await findAmong(roomId, personId, until)) === null) throw fault;
      throw new RoomServiceFault('conflict', `${fault.message}: the person is there already`, { cause: fault });
    }
  }

  return {
    findRoom,
    addParticipant,

    async createRoom({ title, code }) {
      const body = { title: titleWithCode(title, code) };
      const ask: Ask = { what: 'creating a room', method: 'POST', path: ['meetings'], body, repeatable: false };
      const { data } = await request(ask, deadline());
      return { roomId: idOf(data, ask) };
    },

    async closeRoom(roomId) {
      const body = { status: 'INACTIVE' };
      const ask: Ask = { what: 'closing a room', method: 'PATCH', path: roomPath(roomId), body, repeatable: true };
      await request(ask, deadline());
    },

    findParticipant: (roomId, personId) => findAmong(roomId, personId, deadline()),

    async refreshToken(roomId, participantId) {
      const path = [...roomPath(roomId), 'participants', inPath(participantId), 'token'];
      const ask: Ask = { what: 'refreshing a token', method: 'POST', path, repeatable: true };
      const { data } = await request(ask, deadline());
      return { token: tokenIn(data, ask) };
    },

    async listPresets() {
      const names: string[] = [];
      const list = listing('listing presets', ['presets']);
      for await (const preset of pagesOf(request, list, deadline())) names.push(String(preset['name']));
      return names;
    },
  };
}

function listing(what: string, path: readonly string[]): Ask {
  return { what, method: 'GET', path, repeatable: true };
}

function roomPath(roomId: string): string[] {
  return ['meetings', inPath(roomId)];
}

function inPath(id: string): string {
  if (!ID.test(id)) throw new RoomServiceFault('not-found', 'No room or participant can have this id');
  return id;
}

function idOf(data: unknown, ask: Ask): string {
  const { id } = fieldsOf(data);
  if (typeof id !== 'string' || !ID.test(id)) throw faultOfNonsense(ask, 'an id');
  return id;
}

function tokenIn(data: unknown, ask: Ask): string {
  const { token } = fieldsOf(data);
  if (typeof token !== 'string' || token === '') throw faultOfNonsense(ask, 'a token');
  return token;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
