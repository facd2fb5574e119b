import type { IncomingHttpHeaders } from 'node:http';
import { METHODS } from '../methods/table.ts';
import type { Workspace } from '../state/workspace.ts';
import type { World } from '../state/world.ts';
import { type Args, readArguments } from './arguments.ts';
import { type FaultPlan, play } from './faults.ts';
import { requireScopes } from './method.ts';
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
  const workspace = workspaceOf(world, request.headers.authorization);
  const args = decodedArguments(request);
  const team = workspace?.id ?? null;
  const readable = args instanceof Refusal ? {} : args;
  const note = world.journal.enter({ method, team, args: readable, at: world.clock() });
  const fault = faults.take({ method, team, places: placesOf(workspace, readable) });
  return play(fault, note, () => {
    const answer = limiter.answer(workspace, method, args) ?? settle(world, workspace, request, args);
    note('error' in answer.body ? String(answer.body.error) : 'ok');
    return answer;
  });
}

function settle(
  world: World,
  workspace: Workspace | null,
  { method: name, headers }: ApiRequest,
  args: Args | Refusal,
): Answer & { readonly body: object } {
  const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  try {
    if (!method) {
      world.journal.violation(`${name}: no such method in the simulator`);
      throw new Refusal('unknown_method');
    }
    if (!workspace) throw new Refusal(headers.authorization ? 'invalid_auth' : 'not_authed');
    if (args instanceof Refusal) throw args;
    requireScopes({ workspace }, method.scopes);
    const call = { world, workspace, method: name, args };
    return {
      status: 200,
      headers: scopeHeaders(workspace),
      body: { ok: true, ...method.run(call, method.validate(args)) },
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: 200, body: { ok: false, error: error.message, ...error.details } };
  }
}

function workspaceOf(world: World, authorization: string | undefined): Workspace | null {
  const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
  return [...world.workspaces.values()].find((workspace) => workspace.botToken === token) ?? null;
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
