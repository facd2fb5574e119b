import { makeRoomsApi } from '../adapters/rooms-api/client.ts';
import { dyte, realtimekit } from '../adapters/rooms-api/dialects.ts';
import { type Endpoint, endpointOf } from '../adapters/rooms-api/endpoint.ts';
import type { RoomsService } from '../config/rooms.ts';
import type { Clock } from '../ports/clock.ts';
import type { RoomService } from '../ports/rooms.ts';
import { SIMULATED_CREDENTIALS, startRoomsSimulator } from '../sandbox/rooms-simulator/simulator.ts';

/** The video service that the settings name, and how to let go of it. */
export async function openRoomService(
  service: RoomsService,
  clock: Clock,
): Promise<{ roomService: RoomService; close: () => Promise<void> }> {
  if (service.kind !== 'simulated' || service.apiUrl) {
    return { roomService: makeRoomsApi(endpointFor(service)), close: async () => {} };
  }
  const simulator = await startRoomsSimulator({ clock: () => clock.now().toMillis() });
  const endpoint = endpointOf(realtimekit, simulator.credentials.realtimekit, simulator.baseUrls.realtimekit);
  return { roomService: makeRoomsApi(endpoint), close: simulator.close };
}

function endpointFor(service: RoomsService): Endpoint {
  const apiUrl = service.apiUrl ?? undefined;
  switch (service.kind) {
    case 'realtimekit':
      return endpointOf(realtimekit, service, apiUrl);
    case 'dyte':
      return endpointOf(dyte, service, apiUrl);
    case 'simulated':
      return endpointOf(realtimekit, SIMULATED_CREDENTIALS.realtimekit, apiUrl);
  }
}
