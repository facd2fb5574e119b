import { setTimeout as sleep } from 'node:timers/promises';
import { type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { slackClientOptions } from './client-options.ts';
import { quietSlackLogger } from './quiet-logger.ts';

export interface SocketMode {
  /** Brings what comes over the socket to the app that it is given to. */
  readonly receiver: Receiver;
  /** Connects, and does so again whenever the connection ends, until it is stopped. */
  start(): void;
  stop(): Promise<void>;
}

const CALL_MAY_TAKE_MS = 10_000;
const HELLO_WITHIN_MS = 15_000;
const STABLE_AFTER_MS = 10_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Slack's requests over a WebSocket that we open (docs.slack.dev/apis/events-api/using-socket-mode). Slack renews each
 * connection about every hour; the library would then wait for five seconds in which nothing arrives, and would give up
 * for good on some faults, so that reconnecting is done here.
 */
export function makeSocketMode(deps: {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly log: Pick<Logger, 'info' | 'error'>;
}): SocketMode {
  const { appToken, apiUrl, log } = deps;
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: quietSlackLogger,
    // Given, or the library would put its own retries into options that other clients share.
    installerOptions: { clientOptions: slackClientOptions(apiUrl, CALL_MAY_TAKE_MS) },
    processEventErrorHandler: async ({ error }) => {
      log.error({ err: error }, 'a request over the socket failed');
      return false;
    },
  });
  const { client } = receiver;
  const stopping = new AbortController();
  let isTold = false;
  let ended: Promise<void> = Promise.resolve();

  return {
    receiver,
    start: () => {
      ended = run();
    },
    stop: async () => {
      stopping.abort();
      await client.disconnect();
      await ended;
    },
  };

  async function run(): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; ) {
      const livedMs = await serve();
      failures = livedMs >= STABLE_AFTER_MS ? 0 : failures + 1;
      await sleep(waitMs(failures), undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  /** One connection from its beginning to its end: how long it lived, 0 when there was none. */
  async function serve(): Promise<number> {
    let onEnd = () => {};
    const end = new Promise<void>((resolve) => {
      onEnd = resolve;
    });
    client.once('disconnected', onEnd);
    try {
      await connect();
      const beganAt = performance.now();
      log.info('connected to Slack over Socket Mode');
      isTold = false;
      if (stopping.signal.aborted) await client.disconnect();
      await end;
      return performance.now() - beganAt;
    } catch (error) {
      // Each try would say the same.
      if (!isTold && !stopping.signal.aborted) log.error({ err: error }, 'no connection over Socket Mode; trying on');
      isTold = true;
      return 0;
    } finally {
      client.off('disconnected', onEnd);
    }
  }

  async function connect(): Promise<void> {
    const patience = new AbortController();
    const tooLong = sleep(HELLO_WITHIN_MS, 'too long' as const, { signal: patience.signal }).catch(() => null);
    const outcome = await Promise.race([client.start(), tooLong]).finally(() => patience.abort());
    if (outcome !== 'too long') return;
    await client.disconnect();
    throw new Error(`Slack did not say hello within ${HELLO_WITHIN_MS} ms`);
  }
}

/** At once after a connection that was good; the first time after one that was not, nearly so. */
function waitMs(failures: number): number {
  if (failures <= 1) return failures * 100;
  return Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** (failures - 2));
}
