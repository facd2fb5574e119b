import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { activeSessionRoutes } from './active-session-routes.ts';
import { type Answer, failure, Refusal, violation } from './answers.ts';
import { type Credentials, type Entrance, enter } from './doors.ts';
import type { FaultPlan } from './fault-plan.ts';
import type { Happenings } from './happenings.ts';
import type { ApiCall } from './ledger.ts';
import { meetingRoutes } from './meeting-routes.ts';
import { OPEN_PATHS } from './open-routes.ts';
import { participantRoutes } from './participant-routes.ts';
import { presetRoutes } from './preset-routes.ts';
import { type Call, findRoute, type Route, type Rules } from './route.ts';
import { sessionRoutes } from './session-routes.ts';
import type { State } from './state.ts';
import { webhookRoutes } from './webhook-routes.ts';
import { play, readBody, send, throttled } from './wire.ts';

export interface Service {
  readonly state: State;
  readonly happenings: Happenings;
  /** For everybody, without credentials. */
  readonly openRoutes: readonly Route[];
  readonly rules: Rules;
  readonly credentials: Credentials;
  readonly plan: FaultPlan;
  readonly ledger: ApiCall[];
  /** See `makeRateLimit`. */
  readonly rateLimit: (nowMs: number) => number | null;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

const ROUTES = [
  ...meetingRoutes,
  ...participantRoutes,
  ...activeSessionRoutes,
  ...sessionRoutes,
  ...webhookRoutes,
  ...presetRoutes,
];

/** Takes every request through the door, to its route, into the ledger and past the planned faults. */
export function makeListener(service: Service): RequestListener {
  return (request, response) => {
    // Reached by the simulator's own mistakes only.
    respond(service, request, response).catch((error: unknown) => send(response, failure(500, String(error))));
  };
}

async function respond(service: Service, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { state, plan, ledger, clock } = service;
  const note = (entry: Pick<ApiCall, 'outcome'> & Partial<ApiCall>) => {
    ledger.push({
      operation: null,
      method: request.method ?? '',
      url: request.url ?? '',
      body: {},
      at: clock(),
      ...entry,
    });
  };
  const understood = await understand(service, request).catch((error: unknown) => answerTo(error, state));
  if ('status' in understood) {
    note({ outcome: understood.status });
    return send(response, understood);
  }
  const { route, call } = understood;
  const act = () => {
    try {
      return route.answer(call);
    } catch (error) {
      return answerTo(error, state);
    }
  };
  const known = { operation: route.operation, body: call.body };
  const waitSeconds = service.rateLimit(clock());
  if (waitSeconds !== null) {
    const tooMany = throttled(call.dialect, waitSeconds);
    note({ ...known, outcome: tooMany.status });
    return send(response, tooMany);
  }
  const fault = plan.next(route.operation);
  if (fault !== null) {
    note({ ...known, outcome: fault.kind });
    return play(fault, call.dialect, response, act);
  }
  const answer = act();
  note({ ...known, outcome: answer.status });
  send(response, answer);
}

/** The route and the call, or the answer to somebody who is not let in. */
async function understand(
  { state, happenings, openRoutes, rules, credentials, clock }: Service,
  request: IncomingMessage,
): Promise<{ route: Route; call: Call } | Answer> {
  const url = new URL(request.url ?? '/', 'http://simulator');
  const isOpen = OPEN_PATHS.test(url.pathname);
  const entrance: Entrance = isOpen
    ? { dialect: 'realtimekit', path: url.pathname }
    : enter(url.pathname, request.headers.authorization, credentials);
  if ('refused' in entrance) return entrance.refused;
  const found = findRoute(isOpen ? openRoutes : ROUTES, request.method ?? '', entrance.path);
  if (found === null) throw violation(`There is no ${request.method} ${entrance.path}`, 404);
  const body = await readBody(request);
  const query = Object.fromEntries(url.searchParams);
  const { dialect } = entrance;
  const { route, params } = found;
  return { route, call: { dialect, params, query, body, state, happenings, rules, now: clock() } };
}

function answerTo(error: unknown, state: State): Answer {
  if (!(error instanceof Refusal)) throw error;
  if (error.isViolation) state.violations.push(error.message);
  return failure(error.status, error.message);
}
