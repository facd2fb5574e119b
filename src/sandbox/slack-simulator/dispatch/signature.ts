import { createHmac } from 'node:crypto';
import type { SignedRequest } from '../simulator.ts';

/**
 * Signs a body in Slack's way: https://docs.slack.dev/authentication/verifying-requests-from-slack.
 *
 * @param atMs the real time, which the receiver compares with its own
 */
export function sign(
  signingSecret: string,
  request: { readonly url: string; readonly contentType: string; readonly body: string },
  atMs: number,
): SignedRequest {
  const timestamp = String(Math.floor(atMs / 1_000));
  const mac = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${request.body}`).digest('hex');
  return {
    url: request.url,
    headers: {
      'content-type': request.contentType,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${mac}`,
    },
    body: request.body,
  };
}
