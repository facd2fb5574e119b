import { WebClient } from '@slack/web-api';
import type { WorkspaceId } from '../../domain/ids.ts';
import { quietSlackLogger } from '../../slack/quiet-logger.ts';

/** The Web API as the app of one workspace. */
export type ClientFor = (workspace: WorkspaceId) => WebClient;

/**
 * A client that never repeats a call by itself: WebClient's own retries would post a message twice when an answer is
 * lost, and end with the process. Repeating is the outbox's business.
 *
 * @param apiUrl ends in a slash
 * @param timeoutMs how long an answer is waited for
 */
export function makeSlackClient({
  token,
  apiUrl,
  timeoutMs,
}: {
  readonly token: string;
  readonly apiUrl: string;
  readonly timeoutMs: number;
}): WebClient {
  return new WebClient(token, {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    allowAbsoluteUrls: false,
    logger: quietSlackLogger,
  });
}
