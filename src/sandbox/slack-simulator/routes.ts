import { isRecord } from './blocks/rules.ts';
import type { ServerRequest } from './http-server.ts';
import { authorizePage } from './install/authorize.ts';
import type { OpenIdProvider } from './openid/provider.ts';
import { readToken } from './state/grants.ts';
import type { World } from './state/world.ts';
import { answerCall } from './web-api/answer-call.ts';
import { type FaultPlan, play } from './web-api/faults.ts';
import { placesOf } from './web-api/places.ts';
import type { RateLimiter } from './web-api/rate-limits.ts';
import type { Answer, Reply } from './web-api/reply.ts';
import { takeResponse } from './web-api/take-response.ts';
import { takeUpload } from './web-api/upload.ts';

type OpenIdMethod = 'openid-configuration' | 'openid.keys' | 'openid.connect.token' | 'openid.connect.userInfo';

/** Answers everything that an app may ask of Slack over HTTP. */
export function makeRoutes(
  world: World,
  faults: FaultPlan,
  limiter: RateLimiter,
  openId: OpenIdProvider,
): (request: ServerRequest) => Promise<Reply> {
  /** An address that is not a Web API method, but is entered in the ledger and meets faults all the same. */
  function sideDoor(
    method: 'upload' | 'response_url' | OpenIdMethod,
    team: string | null,
    args: Readonly<Record<string, unknown>>,
    run: () => Answer | Promise<Answer>,
  ): Promise<Reply> {
    const note = world.journal.enter({ method, team, args, at: world.clock() });
    const places = placesOf(world.workspaces.get(team ?? '') ?? null, args);
    return play(faults.take({ method, team, places }), note, async () => {
      const answer = await run();
      note(outcomeOf(answer));
      return answer;
    });
  }

  return async (request) => {
    const { path, query, headers, body } = request;
    const [, place = '', ...rest] = path.split('/');
    const id = rest[0] ?? '';
    const contentType = headers['content-type'] ?? '';
    switch (place) {
      case 'api':
        if (id === 'openid.connect.token') return sideDoor(id, null, {}, () => openId.token(request));
        if (id === 'openid.connect.userInfo') return sideDoor(id, null, {}, () => openId.userInfo(request));
        return answerCall(world, faults, limiter, { method: id, headers, query, body });
      case 'upload': {
        const file = world.files.get(id);
        const args = { file_id: id, length: body.length };
        return sideDoor('upload', file?.team ?? null, args, () => takeUpload(world, id, contentType, body));
      }
      case 'response':
        return respond(rest[1] ?? '', body);
      case 'files':
        return download(world, id, headers.authorization);
      case 'oauth':
        return authorizePage(world, path, query);
      case '.well-known':
        if (id !== 'openid-configuration') return { status: 404, body: 'not found' };
        return sideDoor('openid-configuration', null, {}, openId.metadata);
      case 'openid':
        if (path === '/openid/connect/authorize') return openId.authorize(request);
        if (path === '/openid/connect/keys') return sideDoor('openid.keys', null, {}, openId.keys);
        return { status: 404, body: 'not found' };
      default:
        return { status: 404, body: 'not found' };
    }
  };

  function respond(id: string, body: Buffer): Promise<Reply> {
    const target = world.responseUrls.get(id);
    const said = readJson(body.toString('utf8'));
    const place = target ? { channel: target.channel, user: target.user } : {};
    return sideDoor('response_url', target?.team ?? null, { ...said, ...place }, () => takeResponse(world, id, said));
  }
}

/** Slack says what is wrong in a body with status 200, or in words with another. */
function outcomeOf({ status, body }: Answer): string {
  if (status !== 200) return String(body);
  return isRecord(body) && body['ok'] === false ? String(body['error']) : 'ok';
}

/** A file's bytes for a token that may read files. */
function download(world: World, id: string, authorization: string | undefined): Answer {
  const file = world.files.get(id);
  const workspace = file && world.workspaces.get(file.team);
  if (!workspace || file.state !== 'completed') return { status: 404, body: 'not found' };
  const token = readToken(world, authorization?.replace(/^Bearer /, '') ?? '');
  const isTheirs = 'grant' in token && token.grant.workspaces.includes(workspace);
  if (!isTheirs || !workspace.scopes.includes('files:read')) {
    return { status: 401, body: 'not authorized' };
  }
  return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: file.bytes };
}

/** Null for anything but a JSON object. */
function readJson(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}
