import type { FetchFunction } from '@slack/web-api';
import type { WorkspaceId } from '../domain/ids.ts';
import type { BotTokenOf } from '../usecases/bot-token-of.ts';

/**
 * For clients that were given a workspace's id where a token belongs: puts the workspace's token in its place when a
 * call is made. So a client outlives the rotation of its token, and nothing is looked up before there is a call.
 */
export function fetchAsWorkspace(tokenOf: BotTokenOf): FetchFunction {
  return async (url, init) => {
    const headers = new Headers(init?.headers);
    const [, workspace] = /^Bearer (.+)$/.exec(headers.get('authorization') ?? '') ?? [];
    if (workspace) headers.set('authorization', `Bearer ${await tokenOf(workspace as WorkspaceId)}`);
    return fetch(url, { ...init, headers });
  };
}
