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
  close(): Promise<void>;
}

/** The video service that the settings name, and how to let go of it. */
export async function openRoomService(service: RoomsService, clock: Clock): Promise<OpenedRoomService> {
  if (service.kind !== 'simulated' || service.apiUrl) return reached(endpointFor(service), async () => {});
  const simulator = await startRoomsSimulator({ clock: () => clock.now().toMillis() });
  const endpoint = endpointOf(realtimekit, simulator.credentials.realtimekit, simulator.baseUrls.realtimekit);
  return reached(endpoint, simulator.close);
}

function reached(endpoint: Endpoint, close: () => Promise<void>): OpenedRoomService {
  return { roomService: makeRoomsApi(endpoint), webhooks: endpoint.webhooks, close };
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
