import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type PageServer, startPageServer } from './page-server.ts';
import { ALICE } from './people.ts';

const READ = { user: ALICE, channel: 'C0TEAM000', ts: '1.000000' };

let page: PageServer;
beforeAll(async () => {
  page = await startPageServer();
});
afterAll(() => page.close());

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Plain HTTP, since `fetch` sets Host and Origin by itself. */
function ask(method: string, path: string, headers: Record<string, string>, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(`${page.origin}${path}`, { method, headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') });
    });
    sent.on('error', reject).end(body);
  });
}

function postSeen(headers: Record<string, string>, body: string = JSON.stringify(READ)): Promise<Answer> {
  return ask('POST', '/sandbox/seen', { 'content-type': 'application/json', ...headers }, body);
}

describe('a request under a foreign name', () => {
  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:80', '192.168.0.7', '127.0.0.1@evil'])(
    'is refused: %p',
    async (host) => {
      for (const path of ['/sandbox', '/sandbox/state', `/sandbox/stream?user=${ALICE}`, '/sandbox/files/F1']) {
        expect(await ask('GET', path, { host })).toMatchObject({
          status: 403,
          body: expect.stringContaining('wrong_host'),
        });
      }
    },
  );

  test.each(['localhost:3000', 'LOCALHOST', '127.0.0.1:8080', '[::1]:3000'])(
    'is taken when it is ours: %p',
    async (host) => {
      expect(await ask('GET', '/sandbox', { host })).toMatchObject({ status: 200 });
    },
  );
});

describe('a change', () => {
  test('is taken from the page itself', async () => {
    expect(await postSeen({ origin: page.origin })).toEqual({ status: 204, body: '' });
  });

  test('is taken without Origin when the browser vouches for it', async () => {
    expect(await postSeen({ 'sec-fetch-site': 'same-origin' })).toEqual({ status: 204, body: '' });
  });

  test.each<[string, Record<string, string>]>([
    ['another site', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['an address with a path', { origin: 'http://127.0.0.1:1/http://127.0.0.1' }],
    ['nobody that says so', {}],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
  ])('is refused from %s', async (_who, headers) => {
    expect(await postSeen(headers)).toEqual({
      status: 403,
      body: '{"code":"wrong_origin","title":"This request came from another site."}',
    });
  });

  test.each([
    ['JSON of more than 64 kB', JSON.stringify({ ...READ, more: 'x'.repeat(64 * 1024) }), 413, 'too_large'],
    ['broken JSON', '{"user":', 400, 'bad_request'],
    ['a list', '[]', 400, 'bad_request'],
    ['a missing field', '{"user":"U0ALICE00"}', 400, 'bad_request'],
    ['a field of another type', '{"user":"U0ALICE00","channel":7,"ts":"1"}', 400, 'bad_request'],
  ])('is refused for %s', async (_what, body, status, code) => {
    const answer = await postSeen({ origin: page.origin }, body);
    expect({ status: answer.status, code: JSON.parse(answer.body).code }).toEqual({ status, code });
  });

  test('is refused as a form, which any site could send', async () => {
    const headers = { origin: page.origin, 'content-type': 'text/plain' };
    expect(await ask('POST', '/sandbox/seen', headers, JSON.stringify(READ))).toMatchObject({ status: 400 });
  });
});

test('another site cannot make a browser read the state or hold a stream', async () => {
  for (const path of [`/sandbox/state?user=${ALICE}`, `/sandbox/stream?user=${ALICE}`]) {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
    expect(await ask('GET', path, headers)).toMatchObject({ status: 403 });
  }
});

test('the page runs, loads and talks to nothing but its own origin', async () => {
  const response = await fetch(`${page.origin}/sandbox`);

  expect(response.headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
      "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  );
  expect(response.headers.get('cache-control')).toBe('no-store');
});
