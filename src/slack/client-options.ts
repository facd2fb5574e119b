import type { WebClientOptions } from '@slack/web-api';
import { quietSlackLogger } from './quiet-logger.ts';

/**
 * How every client of the Web API is made, Bolt's included. None repeats a call by itself: the library's own retries
 * would post a message twice when an answer is lost, hold up all methods for one that is limited, and end with the
 * process. Repeating is the outbox's business.
 *
 * Made anew for each client and without headers, since the library writes a client's token into the ones it is given.
 *
 * @param apiUrl ends in a slash
 * @param timeoutMs how long an answer is waited for
 */
export function slackClientOptions(apiUrl: string, timeoutMs: number): WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    allowAbsoluteUrls: false,
    logger: quietSlackLogger,
  };
}
