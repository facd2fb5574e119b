import { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import type { WorkspaceId } from '../../domain/ids.ts';
import { slackClientOptions } from '../../slack/client-options.ts';
import { makeLightFetch } from './light-fetch.ts';

/** The Web API as the app of one workspace. @throws ChatFault where there is no token for it */
export type ClientFor = (workspace: WorkspaceId) => Promise<WebClient>;

const MOST_CLIENTS = 1_000;

/** A client of its own for each workspace, made anew in place of the old one when its token has changed. */
export function makeClientFor(options: {
  readonly tokenOf: (workspace: WorkspaceId) => Promise<string>;
  readonly apiUrl: string;
  readonly timeoutMs: number;
}): ClientFor {
  const { tokenOf, apiUrl, timeoutMs } = options;
  const fetch = makeLightFetch(timeoutMs);
  const clients = new LRUCache<WorkspaceId, WebClient>({ max: MOST_CLIENTS });

  return async (workspace) => {
    const token = await tokenOf(workspace);
    const known = clients.get(workspace);
    if (known?.token === token) return known;
    // The library's own timeout would leave a timer behind for each call.
    const client = new WebClient(token, { ...slackClientOptions(apiUrl, 0), fetch });
    clients.set(workspace, client);
    return client;
  };
}
