import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from '@jest/globals';
import { makeLightFetch } from '../../../src/adapters/slack/light-fetch.ts';

const LONG_MS = 10_000;
let server: Server;

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

test.each<[string, string | Uint8Array]>([
  ['a text', 'user=U1&name=Zoë'],
  ['bytes', Buffer.from('Zoë')],
])('sends %s and hands over the whole answer', async (_, body) => {
  const url = await serve(async (req, res) => {
    const got = { method: req.method, length: req.headers['content-length'], kind: req.headers['content-type'] };
    res.writeHead(418, { 'X-OAuth-Scopes': 'chat:write' }).end(JSON.stringify({ ...got, body: await text(req) }));
  });

  const answer = await makeLightFetch(LONG_MS)(url, { method: 'POST', headers: { 'Content-Type': 'a/b' }, body });

  const length = String(Buffer.byteLength(body));
  expect([answer.status, answer.statusText, answer.ok, answer.url]).toEqual([418, "I'm a Teapot", false, url]);
  expect([answer.headers.get('x-oauth-scopes'), answer.headers.get('retry-after')]).toEqual(['chat:write', null]);
  expect(Object.fromEntries(answer.headers.entries())).toMatchObject({ 'x-oauth-scopes': 'chat:write' });
  expect(await answer.json()).toEqual({ method: 'POST', length, kind: 'a/b', body: Buffer.from(body).toString() });
  expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe(await answer.text());
});

test('asks again over the connection that is there', async () => {
  const url = await serve((_req, res) => res.end('{}'));
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });

  const fetch = makeLightFetch(LONG_MS);
  for (let call = 0; call < 3; call += 1) expect((await fetch(url)).ok).toBe(true);

  expect(connections).toBe(1);
});

const CUT = { code: 'ECONNRESET' };
const LATE = { message: 'No whole answer came in time.' };
const REDIRECT = { message: 'The answer is a redirect, which is not followed.' };

test.each<[string, RequestListener, object]>([
  ['the connection is cut', (_req, res) => res.destroy(), CUT],
  ['it is cut within the answer', (_req, res) => begin(res, () => res.destroy()), CUT],
  ['nothing comes', () => {}, LATE],
  ['the answer stops', (_req, res) => begin(res), LATE],
  ['it leads elsewhere', (_req, res) => res.writeHead(302, { Location: '/elsewhere' }).end(), REDIRECT],
])('fails where %s', async (_, listener, fault) => {
  const url = await serve(listener);

  await expect(makeLightFetch(200)(url)).rejects.toMatchObject(fault);
});

test('fails at an address where nobody listens', async () => {
  const url = await serve(() => {});
  server.close();
  await once(server, 'close');

  await expect(makeLightFetch(LONG_MS)(url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  server.listen();
});

function begin(res: ServerResponse, then = () => {}): void {
  res.writeHead(200, { 'Content-Length': 9 }).write('half', then);
}

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
