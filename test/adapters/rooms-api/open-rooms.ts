import { makeRoomsApi, type RoomsApiOptions } from '../../../src/adapters/rooms-api/client.ts';
import { dyte, realtimekit } from '../../../src/adapters/rooms-api/dialects.ts';
import { type Endpoint, endpointOf } from '../../../src/adapters/rooms-api/endpoint.ts';
import type { DialectName } from '../../../src/sandbox/rooms-simulator/route.ts';
import {
  type RoomsSimulator,
  type RoomsSimulatorOptions,
  startRoomsSimulator,
} from '../../../src/sandbox/rooms-simulator/simulator.ts';

export const DIALECTS: readonly DialectName[] = ['dyte', 'realtimekit'];

export function endpointAt({ credentials, baseUrls }: RoomsSimulator, dialect: DialectName): Endpoint {
  return dialect === 'dyte'
    ? endpointOf(dyte, credentials.dyte, baseUrls.dyte)
    : endpointOf(realtimekit, credentials.realtimekit, baseUrls.realtimekit);
}

export function roomsAt(simulator: RoomsSimulator, dialect: DialectName, options: Partial<RoomsApiOptions> = {}) {
  return makeRoomsApi({ ...endpointAt(simulator, dialect), ...options });
}

/** A simulator and a client of it over HTTP. */
export async function openRooms(
  dialect: DialectName,
  simulation: Partial<RoomsSimulatorOptions> = {},
  options: Partial<RoomsApiOptions> = {},
) {
  const simulator = await startRoomsSimulator({ clock: () => Date.UTC(2026, 4, 4, 9), ...simulation });
  return { simulator, service: roomsAt(simulator, dialect, options), close: () => simulator.close() };
}
