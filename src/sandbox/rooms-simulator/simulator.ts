import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Credentials } from './doors.ts';
import { type Fault, makeFaultPlan } from './fault-plan.ts';
import type { ApiCall } from './ledger.ts';
import { makeListener, type Service } from './listener.ts';
import type { DialectName, Operation } from './route.ts';
import type { IssuedToken } from './state.ts';
import { makeVisits, type Visits } from './visits.ts';

export interface RoomsSimulatorOptions {
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** @default 0, which takes a free port */
  readonly port?: number;
  /** Whether a person may be added to a room twice. @default 'reject' */
  readonly duplicate?: 'reject' | 'allow';
  /** The status that rejects a duplicate. @default 422 */
  readonly duplicateStatus?: 400 | 409 | 422;
  /** The most rows of a page, whatever is asked for. @default 50 */
  readonly largestPage?: number;
  /** Names of the presets. @default the four that the services come with */
  readonly presets?: readonly string[];
}

/** A video service on loopback, at Dyte's and at RealtimeKit's door, stricter than the real ones. */
export interface RoomsSimulator extends Visits {
  /** What ROOMS_API_URL is set to. */
  readonly baseUrls: Readonly<Record<DialectName, string>>;
  readonly credentials: Credentials;
  /** Oldest first. */
  rooms(): readonly SimRoom[];
  /** Of one room, oldest first; none for an unknown room. */
  participants(roomId: string): readonly SimParticipant[];
  /** Every token ever given out, oldest first. */
  tokens(): readonly IssuedToken[];
  /** Everything that was asked, in order, accepted or not. */
  calls(operation?: Operation): readonly ApiCall[];
  /** What a good client would not have done. */
  violations(): readonly string[];
  /** Plans a fault for the next matching calls. */
  fault(fault: Fault): void;
  close(): Promise<void>;
}

export interface SimRoom {
  readonly id: string;
  readonly title: string | null;
  readonly status: 'ACTIVE' | 'INACTIVE';
}

export interface SimParticipant {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly preset: string;
  readonly isPresent: boolean;
}

const PRESETS = ['group_call_host', 'group_call_participant', 'webinar_presenter', 'webinar_viewer'];

export const SIMULATED_CREDENTIALS: Credentials = {
  dyte: { organizationId: 'b7d1c0de-0000-4000-8000-000000000001', apiKey: 'simulated-api-key' },
  realtimekit: {
    accountId: '0123456789abcdef0123456789abcdef',
    appId: 'simulated-app',
    apiToken: 'simulated-api-token',
  },
};

export async function startRoomsSimulator(options: RoomsSimulatorOptions): Promise<RoomsSimulator> {
  const service = serviceFor(options);
  const { state, plan, ledger } = service;
  const server = createServer(makeListener(service)).listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { accountId, appId } = SIMULATED_CREDENTIALS.realtimekit;

  return {
    ...makeVisits(state, options.clock),
    baseUrls: {
      dyte: `${origin}/v2`,
      realtimekit: `${origin}/client/v4/accounts/${accountId}/realtime/kit/${appId}`,
    },
    credentials: SIMULATED_CREDENTIALS,
    rooms: () => [...state.rooms.values()].map(({ id, title, status }) => ({ id, title, status })),
    participants: (roomId) => {
      const room = state.rooms.get(roomId);
      return [...(room?.participants.values() ?? [])].map(({ id, personId, name, preset }) => ({
        id,
        personId,
        name,
        preset: preset.name,
        isPresent: room?.session?.present.has(id) ?? false,
      }));
    },
    tokens: () => [...state.tokens],
    calls: (operation) => ledger.filter((call) => operation === undefined || call.operation === operation),
    violations: () => [...state.violations],
    fault: (fault) => plan.add(fault),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function serviceFor(options: RoomsSimulatorOptions): Service {
  const { clock, duplicate = 'reject', duplicateStatus = 422, largestPage = 50, presets = PRESETS } = options;
  const idOfPreset = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  return {
    clock,
    credentials: SIMULATED_CREDENTIALS,
    plan: makeFaultPlan(),
    ledger: [],
    rules: { organizationId: SIMULATED_CREDENTIALS.dyte.organizationId, duplicate, duplicateStatus, largestPage },
    state: {
      rooms: new Map(),
      tokens: [],
      presets: presets.map((name, index) => ({ id: idOfPreset(index), name })),
      violations: [],
    },
  };
}
