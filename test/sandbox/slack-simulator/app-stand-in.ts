import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  /** The form's fields, or the JSON of an event. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The JSON inside `payload`, for interactions. */
  readonly payload: Record<string, unknown>;
}

export interface StandInAnswer {
  readonly status?: number;
  readonly delayMs?: number;
  /** JSON for an object, else text. */
  readonly body?: object | string;
}

/** A tiny app: it checks Slack's signature as Bolt does, keeps what came, and answers what it is told to. */
export interface AppStandIn {
  readonly url: string;
  readonly received: Received[];
  answerWith(answer: StandInAnswer): void;
  close(): Promise<void>;
}

export async function startAppStandIn(signingSecret: string): Promise<AppStandIn> {
  const received: Received[] = [];
  let answer: StandInAnswer = {};
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    if (!isSigned(signingSecret, request.headers, body)) {
      response.writeHead(401).end();
      return;
    }
    received.push(read(request.headers, body));
    const { status = 200, delayMs = 0, body: text = '' } = answer;
    setTimeout(() => {
      const isJson = typeof text === 'object';
      response.writeHead(status, { 'content-type': isJson ? 'application/json' : 'text/plain' });
      response.end(isJson ? JSON.stringify(text) : text);
    }, delayMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`,
    received,
    answerWith: (next) => {
      answer = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function read(headers: IncomingHttpHeaders, body: string): Received {
  if (headers['content-type'] === 'application/json') return { headers, fields: JSON.parse(body), payload: {} };
  const fields = Object.fromEntries(new URLSearchParams(body));
  return { headers, fields, payload: JSON.parse(fields['payload'] ?? '{}') };
}

function isSigned(secret: string, headers: IncomingHttpHeaders, body: string): boolean {
  const timestamp = Number(headers['x-slack-request-timestamp']);
  if (!(Math.abs(Date.now() / 1_000 - timestamp) < 300)) return false;
  const expected = Buffer.from(`v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`);
  const given = Buffer.from(String(headers['x-slack-signature']));
  return given.length === expected.length && timingSafeEqual(given, expected);
}
