import type { BrowserContextOptions } from 'playwright-core';
import { ok } from '../../src/domain/result.ts';
import type { RoomsSimulator } from '../../src/sandbox/rooms-simulator/simulator.ts';
import { openRooms } from '../adapters/rooms-api/open-rooms.ts';
import { eventually } from '../support/eventually.ts';
import { type FakeDoor, makeFakeDoor } from './fake-door.ts';
import { type StubbedService, stubService } from './stubbed-service.ts';
import type { Lobby, Visit } from './visit.ts';

/** A visit to a page with the real SDK: its tokens come from the simulated API, its own requests meet stubs. */
export interface CallVisit extends Visit {
  readonly door: FakeDoor;
  readonly service: StubbedService;
  readonly rooms: RoomsSimulator;
  /** All that the browser wrote to its console. */
  readonly console: string[];
  /** Resolves when something can be seen. */
  painted(): Promise<void>;
  /** The kinds of the camera's and microphone's tracks that are on. */
  liveTracks(): Promise<string[]>;
}

export const TITLE = 'Quarterly planning with both northern teams';
export const NAME = 'Bob Brown';

export async function visitCall(lobby: Lobby, options: BrowserContextOptions = {}): Promise<CallVisit> {
  const { service: api, simulator: rooms, close } = await openRooms('realtimekit', { clock: Date.now });
  const { roomId } = await api.createRoom({ title: TITLE, code: 'k7f3q' });
  const person = { name: NAME, personId: 'person-1', preset: 'group_call_participant' };
  const { participantId } = await api.addParticipant(roomId, person);

  const door = makeFakeDoor({ simulated: false, title: TITLE, sequence: 1 });
  const { enter } = door;
  door.enter = async (link, use) => {
    const entry = await enter(link, use);
    if (!entry.ok) return entry;
    const { token } = await api.refreshToken(roomId, participantId);
    return ok({ ...entry.value, sdk: 'realtimekit', authToken: token });
  };

  const visit = await lobby.visit(door, options);
  const { page } = visit;
  const service = await stubService(page, { name: NAME, title: TITLE });
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  await page.addInitScript(RECORD_TRACKS);
  return {
    ...visit,
    door,
    service,
    rooms,
    console: lines,
    painted: () =>
      eventually(async () => {
        const paints = await page.evaluate("performance.getEntriesByName('first-contentful-paint').length");
        if (paints === 0) throw new Error('The page has not painted yet.');
      }),
    liveTracks: () =>
      page.evaluate(`tracks.filter((track) => track.readyState === 'live').map(({ kind }) => kind).sort()`),
    async close() {
      await visit.close();
      await close();
    },
  };
}

const RECORD_TRACKS = `
  globalThis.tracks = [];
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    const stream = await ask(wanted);
    tracks.push(...stream.getTracks());
    return stream;
  };
`;
