import { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import type { WorkspaceId } from '../../domain/ids.ts';
import { slackClientOptions } from '../../slack/client-options.ts';

/** The Web API as the app of one workspace. */
export type ClientFor = (workspace: WorkspaceId) => WebClient;

const MOST_CLIENTS = 1_000;

/** A client of its own for each workspace, made anew when its token has changed. */
export function makeClientFor(options: {
  readonly tokenOf: (workspace: WorkspaceId) => string;
  readonly apiUrl: string;
  readonly timeoutMs: number;
}): ClientFor {
  const { tokenOf, apiUrl, timeoutMs } = options;
  const clients = new LRUCache<WorkspaceId, WebClient>({ max: MOST_CLIENTS });

  return (workspace) => {
    const token = tokenOf(workspace);
    const known = clients.get(workspace);
    if (known?.token === token) return known;
    const client = new WebClient(token, slackClientOptions(apiUrl, timeoutMs));
    clients.set(workspace, client);
    return client;
  };
}
