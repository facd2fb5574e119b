import { WebClient } from '@slack/web-api';
import type { WorkspaceId } from '../../domain/ids.ts';
import { slackClientOptions } from '../../slack/client-options.ts';

/** The Web API as the app of one workspace. */
export type ClientFor = (workspace: WorkspaceId) => WebClient;

export function makeSlackClient(options: {
  readonly token: string;
  readonly apiUrl: string;
  readonly timeoutMs: number;
}): WebClient {
  return new WebClient(options.token, slackClientOptions(options.apiUrl, options.timeoutMs));
}
