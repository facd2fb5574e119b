import type { IncomingHttpHeaders } from 'node:http';
import { APP_METHODS } from '../methods/app-methods.ts';
import { METHODS } from '../methods/table.ts';
import { type Grant, readToken } from '../state/grants.ts';
import type { Workspace } from '../state/workspace.ts';
import type { World } from '../state/world.ts';
import { type Args, readArguments } from './arguments.ts';
import { type FaultPlan, play } from './faults.ts';
import { requireScopes, requireTeam } from './method.ts';
import { placesOf } from './places.ts';
import type { RateLimiter } from './rate-limits.ts';
import { Refusal } from './refusal.ts';
import type { Answer, Reply } from './reply.ts';

export interface ApiRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly query: URLSearchParams;
  readonly body: Buffer;
}

/** Answers one Web API call as Slack would, and enters it in the ledger. */
export async function answerCall(
  world: World,
  faults: FaultPlan,
  limiter: RateLimiter,
  request: ApiRequest,
): Promise<Reply> {
  const { method } = request;
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
  const args = decodedArguments(request);
  const readable = args instanceof Refusal ? {} : args;
  const caller = callerOf(world, token, readable);
  const team = caller.workspace?.id ?? null;
  const note = world.journal.enter({ method, team, args: readable, at: world.clock() });
  const fault = faults.take({ method, team, places: placesOf(caller.workspace, readable) });
  return play(fault, note, () => {
    const answer = limiter.answer(caller.workspace, method, args) ?? settle(world, caller, token, method, args);
    note('error' in answer.body ? String(answer.body.error) : 'ok');
    return answer;
  });
}

type Caller =
  | { readonly workspace: Workspace; readonly grant: Grant }
  | { readonly workspace: null; readonly error: string };

function settle(
  world: World,
  caller: Caller,
  token: string | null,
  name: string,
  args: Args | Refusal,
): Answer & { readonly body: object } {
  const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  const appMethod = Object.hasOwn(APP_METHODS, name) ? APP_METHODS[name] : undefined;
  try {
    if (args instanceof Refusal && (method || appMethod)) throw args;
    if (appMethod) return { status: 200, body: { ok: true, ...appMethod(world, args as Args, token) } };
    if (!method) {
      world.journal.violation(`${name}: no such method in the simulator`);
      throw new Refusal('unknown_method');
    }
    if (!caller.workspace) throw new Refusal(caller.error);
    const { workspace, grant } = caller;
    requireScopes({ workspace }, method.scopes);
    const call = { world, workspace, grant, method: name, args: args as Args };
    if (method.isOfTeam) requireTeam(call);
    return {
      status: 200,
      headers: scopeHeaders(workspace),
      body: { ok: true, ...method.run(call, method.validate(call.args)) },
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: 200, body: { ok: false, error: error.message, ...error.details } };
  }
}

/** Of an organization's workspaces, the one that the call is about: named by `team_id`, or by what else it names. */
function callerOf(world: World, token: string | null, args: Args): Caller {
  const read = token === null ? { error: 'not_authed' } : readToken(world, token);
  if ('error' in read) return { workspace: null, error: read.error };
  const { workspaces } = read.grant;
  const ids = placesOf(null, args);
  const isMeant = ({ id, people, conversations }: Workspace) =>
    args['team_id'] === id || ids.some((place) => people.has(place) || conversations.has(place));
  const workspace = workspaces.find(isMeant) ?? workspaces[0];
  return workspace ? { workspace, grant: read.grant } : { workspace: null, error: 'invalid_auth' };
}

function decodedArguments({ headers, body, query }: ApiRequest): Args | Refusal {
  try {
    const { token: _token, ...args } = readArguments(headers['content-type'] ?? '', body, query);
    return args;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function scopeHeaders(workspace: Workspace): Record<string, string> {
  return { 'x-oauth-scopes': workspace.scopes.join(',') };
}
