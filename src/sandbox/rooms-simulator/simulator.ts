import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Credentials } from './doors.ts';
import { type Fault, makeFaultPlan } from './fault-plan.ts';
import { makeHappenings, presentIn } from './happenings.ts';
import type { ApiCall } from './ledger.ts';
import { makeListener, type Service } from './listener.ts';
import { openRoutes } from './open-routes.ts';
import { makeRateLimit, type RateLimit } from './rate-limit.ts';
import type { DialectName, Operation } from './route.ts';
import { makeSigningKey } from './signing-key.ts';
import type { IssuedToken, State } from './state.ts';
import { makeVisits, type Visits } from './visits.ts';
import { makeWebhookPosts, type WebhookTraffic } from './webhook-posts.ts';

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
  /** Real milliseconds between the tries of a webhook. @default 1000 */
  readonly webhookRetryMs?: number;
  /** More calls than these are answered 429, as RealtimeKit does from 250 in ten seconds on. @default none */
  readonly rateLimit?: RateLimit;
}

/** A video service on loopback, at Dyte's and at RealtimeKit's door, stricter than the real ones. */
export interface RoomsSimulator extends Visits, WebhookTraffic {
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
  const { clock, presets = PRESETS, webhookRetryMs = 1_000 } = options;
  const state = stateWith(presets);
  const key = makeSigningKey();
  const webhooks = makeWebhookPosts(state, key, webhookRetryMs);
  const happenings = makeHappenings(state, clock, (id) => `${origin}/files/${id}`, webhooks.announce);
  const { plan, ledger, ...service } = serviceFor(options);
  const listener = makeListener({ ...service, plan, ledger, state, happenings, openRoutes: openRoutes(key.publicKey) });
  const server = createServer(listener).listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { accountId, appId } = SIMULATED_CREDENTIALS.realtimekit;

  return {
    ...makeVisits(state, happenings, clock),
    ...webhooks.traffic,
    baseUrls: {
      dyte: `${origin}/v2`,
      realtimekit: `${origin}/client/v4/accounts/${accountId}/realtime/kit/${appId}`,
    },
    credentials: SIMULATED_CREDENTIALS,
    rooms: () => [...state.rooms.values()].map(({ id, title, status }) => ({ id, title, status })),
    participants: (roomId) => participantsOf(state, roomId),
    tokens: () => [...state.tokens],
    calls: (operation) => ledger.filter((call) => operation === undefined || call.operation === operation),
    violations: () => [...state.violations],
    fault: (fault) => plan.add(fault),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await Promise.all([once(server, 'close'), webhooks.stop()]);
    },
  };
}

function participantsOf({ rooms }: State, roomId: string): SimParticipant[] {
  const room = rooms.get(roomId);
  const present = room?.session ? presentIn(room.session) : [];
  return [...(room?.participants.values() ?? [])].map(({ id, personId, name, preset }) => ({
    id,
    personId,
    name,
    preset: preset.name,
    isPresent: present.some(({ participantId }) => participantId === id),
  }));
}

function serviceFor(options: RoomsSimulatorOptions) {
  const { clock, duplicate = 'reject', duplicateStatus = 422, largestPage = 50, rateLimit = null } = options;
  const { organizationId } = SIMULATED_CREDENTIALS.dyte;
  const rules: Service['rules'] = { organizationId, duplicate, duplicateStatus, largestPage };
  const ledger: ApiCall[] = [];
  return {
    clock,
    credentials: SIMULATED_CREDENTIALS,
    plan: makeFaultPlan(),
    ledger,
    rules,
    rateLimit: makeRateLimit(rateLimit),
  };
}

function stateWith(presets: readonly string[]): State {
  const idOfPreset = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  return {
    rooms: new Map(),
    sessions: new Map(),
    recordings: new Map(),
    webhooks: new Map(),
    tokens: [],
    presets: presets.map((name, index) => ({ id: idOfPreset(index), name })),
    violations: [],
  };
}
