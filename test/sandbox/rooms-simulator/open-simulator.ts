import { dyte, realtimekit } from '../../../src/adapters/rooms-api/dialects.ts';
import type { DialectName } from '../../../src/sandbox/rooms-simulator/route.ts';
import { type RoomsSimulatorOptions, startRoomsSimulator } from '../../../src/sandbox/rooms-simulator/simulator.ts';

export const NOON = Date.UTC(2026, 4, 4, 12);
export const BOB = { name: 'Bob', custom_participant_id: 'p-bob', preset_name: 'group_call_participant' };
export const CHEN = { ...BOB, name: 'Chen', custom_participant_id: 'p-chen' };
export const DIALECTS: readonly DialectName[] = ['dyte', 'realtimekit'];

interface Row extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly name: string;
  readonly token: string;
}

/** A simulator at noon, and calls to it as the documentation has them. */
export async function openSimulator(options: Partial<RoomsSimulatorOptions> = {}) {
  const time = { now: NOON };
  const simulator = await startRoomsSimulator({ clock: () => time.now, ...options });
  const { credentials, baseUrls } = simulator;
  const keys = {
    dyte: dyte.authorization(credentials.dyte),
    realtimekit: realtimekit.authorization(credentials.realtimekit),
  };

  /** @param path below the base URL */
  async function ask(method: string, path: string, body?: unknown, dialect: DialectName = 'realtimekit') {
    const response = await fetch(`${baseUrls[dialect]}${path}`, {
      method,
      headers: { authorization: keys[dialect], ...(body !== undefined && { 'content-type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const answer = (await response.json()) as { data: unknown; paging?: unknown };
    return { status: response.status, row: answer.data as Row, rows: answer.data as Row[], paging: answer.paging };
  }

  return {
    simulator,
    time,
    keys,
    ask,
    makeRoom: async (title = 'Standup') => (await ask('POST', '/meetings', { title })).row.id,
    addTo: async (roomId: string, participant: object = BOB) =>
      (await ask('POST', `/meetings/${roomId}/participants`, participant)).row,
  };
}

export type OpenedSimulator = Awaited<ReturnType<typeof openSimulator>>;
