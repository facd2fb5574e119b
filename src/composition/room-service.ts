import { makeRoomsApi, type RoomsApi } from '../adapters/rooms-api/client.ts';
import { dyte, realtimekit, type WebhookDialect } from '../adapters/rooms-api/dialects.ts';
import { type Endpoint, endpointOf } from '../adapters/rooms-api/endpoint.ts';
import type { RoomsService } from '../config/rooms.ts';
import type { Clock } from '../ports/clock.ts';
import { SIMULATED_CREDENTIALS, startRoomsSimulator } from '../sandbox/rooms-simulator/simulator.ts';

export interface OpenedRoomService {
  readonly roomService: RoomsApi;
  /** How what it reports by itself is checked. */
  readonly webhooks: WebhookDialect;
  /** Where it is reached, if that is none of the public addresses; else null. */
  readonly ownOrigin: string | null;
  close(): Promise<void>;
}

/** The video service that the settings name, and how to let go of it. */
export async function openRoomService(service: RoomsService, clock: Clock): Promise<OpenedRoomService> {
  if (service.kind !== 'simulated' || service.apiUrl) {
    return reached(endpointFor(service), service.apiUrl !== null, async () => {});
  }
  const simulator = await startRoomsSimulator({ clock: () => clock.now().toMillis() });
  const endpoint = endpointOf(realtimekit, simulator.credentials.realtimekit, simulator.baseUrls.realtimekit);
  return reached(endpoint, true, simulator.close);
}

function reached(endpoint: Endpoint, isOwn: boolean, close: () => Promise<void>): OpenedRoomService {
  const ownOrigin = isOwn ? new URL(endpoint.baseUrl).origin : null;
  return { roomService: makeRoomsApi(endpoint), webhooks: endpoint.webhooks, ownOrigin, close };
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
