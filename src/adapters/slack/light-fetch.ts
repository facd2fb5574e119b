import { type IncomingMessage, request as requestByHttp } from 'node:http';
import { request as requestByHttps } from 'node:https';
import type { FetchFunction } from '@slack/web-api';

type FetchResponse = Awaited<ReturnType<FetchFunction>>;

/** As much of `fetch` as Slack's client and our uploads use. */
export type LightFetch = (
  url: string | URL,
  init?: {
    readonly method?: string;
    readonly headers?: Record<string, string>;
    readonly body?: string | Uint8Array | FormData;
  },
) => Promise<FetchResponse>;

/**
 * For what goes out by the hundred, straight over Node's HTTP client and connections that are kept: the streams and
 * signals that the platform's `fetch` makes for each call cost several times the call itself.
 *
 * @param timeoutMs until the whole answer is there
 * @returns a function that rejects where no whole answer came, and for a redirect
 */
export function makeLightFetch(timeoutMs: number): LightFetch {
  return (url, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      if (body instanceof FormData) throw new TypeError('Forms of several parts are not sent this way.');
      const address = new URL(url);
      const requestBy = address.protocol === 'https:' ? requestByHttps : requestByHttp;
      const request = requestBy(address, { method, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => resolve(answerOf(address, response, Buffer.concat(parts))));
        if (isRedirect(response)) request.destroy(new Error('The answer is a redirect, which is not followed.'));
      });
      const timer = setTimeout(() => request.destroy(new Error('No whole answer came in time.')), timeoutMs);
      request.on('close', () => clearTimeout(timer));
      request.on('error', reject);
      request.end(body);
    });
}

function answerOf({ href }: URL, response: IncomingMessage, bytes: Buffer): FetchResponse {
  const { statusCode: status = 0, statusMessage: statusText = '', headers } = response;
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  const text = async () => bytes.toString('utf8');
  return {
    ok: status >= 200 && status < 300,
    status,
    statusText,
    url: href,
    headers: { get: (name) => byName.get(name.toLowerCase()) ?? null, entries: () => byName.entries() },
    arrayBuffer: async () => new Uint8Array(bytes).buffer,
    json: async () => JSON.parse(await text()),
    text,
  };
}

function isRedirect({ statusCode = 0 }: IncomingMessage): boolean {
  return statusCode >= 300 && statusCode < 400;
}
