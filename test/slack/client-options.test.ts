import { expect, test } from '@jest/globals';
import { App } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import { slackClientOptions } from '../../src/slack/client-options.ts';
import { quietSlackLogger } from '../../src/slack/quiet-logger.ts';

/** What Bolt makes every later client with, once it has made its Socket Mode client. */
function optionsUnderSocketMode(clientOptions: WebClientOptions): WebClientOptions {
  const app = new App({
    socketMode: true,
    appToken: 'xapp-1-A0-1-abc',
    authorize: async () => ({ botToken: 'xoxb-1' }),
    logger: quietSlackLogger,
    clientOptions,
  });
  return app.webClientOptions;
}

test('Socket Mode leaves it at that nothing is repeated', () => {
  const ours = optionsUnderSocketMode(slackClientOptions('http://127.0.0.1:1/api/', 1_000));

  expect(ours).toMatchObject({ retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: 1_000 });
});

test('where the options say nothing of it, Socket Mode has every client repeat a hundred times', () => {
  expect(optionsUnderSocketMode({}).retryConfig).toEqual({ retries: 100, factor: 1.3 });
});
