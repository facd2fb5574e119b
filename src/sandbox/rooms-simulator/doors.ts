import { type Answer, failure, gatewayFailure } from './answers.ts';
import type { DialectName } from './route.ts';

export interface Credentials {
  readonly dyte: { readonly organizationId: string; readonly apiKey: string };
  readonly realtimekit: { readonly accountId: string; readonly appId: string; readonly apiToken: string };
}

const REALTIMEKIT = /^\/client\/v4\/accounts\/(?<account>[^/]+)\/realtime\/kit\/(?<app>[^/]+)(?<path>\/.*)$/;

/** Which dialect is spoken and the path below its base URL; or the answer to a caller who may not come in. */
export type Entrance = { readonly dialect: DialectName; readonly path: string } | { readonly refused: Answer };

export function enter(pathname: string, authorization: string | undefined, credentials: Credentials): Entrance {
  if (pathname.startsWith('/v2/')) return enterDyte(pathname, authorization, credentials.dyte);
  const match = REALTIMEKIT.exec(pathname);
  if (match?.groups === undefined) return { refused: failure(404, 'No such API') };
  return enterRealtimeKit(match.groups, authorization, credentials.realtimekit);
}

function enterDyte(pathname: string, authorization: string | undefined, expected: Credentials['dyte']): Entrance {
  const basic = Buffer.from(`${expected.organizationId}:${expected.apiKey}`).toString('base64');
  if (authorization !== `Basic ${basic}`) return { refused: { status: 401, body: { message: 'Unauthorized' } } };
  return { dialect: 'dyte', path: pathname.slice('/v2'.length) };
}

function enterRealtimeKit(
  { account, app, path = '' }: Readonly<Record<string, string>>,
  authorization: string | undefined,
  expected: Credentials['realtimekit'],
): Entrance {
  if (authorization !== `Bearer ${expected.apiToken}`) {
    return { refused: gatewayFailure(401, 10000, 'Authentication error') };
  }
  if (account !== expected.accountId) return { refused: gatewayFailure(403, 10000, 'Authentication error') };
  if (app !== expected.appId) return { refused: failure(404, 'App not found') };
  return { dialect: 'realtimekit', path };
}
