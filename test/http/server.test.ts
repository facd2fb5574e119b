import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type RequestHandler, Router } from 'express';
import { healthRoutes } from '../../src/http/health.ts';
import { notFromTheFuture } from '../../src/http/not-from-the-future.ts';
import { startHttpServer } from '../../src/http/server.ts';
import { fakeLog } from '../support/fake-log.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function serve(...routes: (Router | RequestHandler)[]) {
  const log = fakeLog();
  const http = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'https://meet.acme.org',
    trustedProxyHops: 0,
    routes,
    log,
  });
  closing.push(() => http.close(0));
  const origin = `http://127.0.0.1:${http.port}`;
  return { http, log, origin, get: (path: string, headers = {}) => fetch(`${origin}${path}`, { headers }) };
}

function routes(path: string, handler: RequestHandler): Router {
  return Router().all(path, handler);
}

const answered = async (response: Response) => [response.status, await response.text()];

describe('health', () => {
  test.each([
    ['/healthz', true, 200, 'alive\n'],
    ['/healthz', false, 200, 'alive\n'],
    ['/readyz', true, 200, 'ready\n'],
    ['/readyz', false, 503, 'not ready\n'],
  ])('%s, when ready is %s, answers %i', async (path, isReady, status, text) => {
    const { get } = await serve(healthRoutes(async () => isReady));
    const response = await get(path);

    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await answered(response)).toEqual([status, text]);
  });
});

describe('a timestamp of Slack', () => {
  const now = () => Math.floor(Date.now() / 1000);
  test.each<[string, () => string | null, number]>([
    ['of now', () => `${now()}`, 200],
    ['of four minutes ahead', () => `${now() + 240}`, 200],
    ['of the past, which Slack’s library judges', () => `${now() - 86_400}`, 200],
    ['that is missing', () => null, 200],
    ['of six minutes ahead', () => `${now() + 360}`, 401],
    ['of a year ahead', () => `${now() + 31_536_000}`, 401],
    ['of the end of time', () => 'Infinity', 401],
  ])('%s', async (_, timestamp, status) => {
    const { origin } = await serve(
      notFromTheFuture,
      routes('/slack/events', (_req, res) => void res.send('taken')),
    );
    const value = timestamp();
    const headers: Record<string, string> = value === null ? {} : { 'X-Slack-Request-Timestamp': value };

    expect((await fetch(`${origin}/slack/events`, { method: 'POST', headers })).status).toBe(status);
  });
});

test('a request that drips is ended after ten seconds', async () => {
  const { http } = await serve(routes('/take', (req, res) => void req.resume().on('end', () => res.send('taken'))));
  const socket = connect(http.port, '127.0.0.1').setEncoding('utf8');
  socket.write('POST /take HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n');
  const dripping = setInterval(() => socket.write('x'), 500);
  const beganAt = performance.now();
  const [answer] = await once(socket, 'data');
  clearInterval(dripping);
  socket.destroy();

  expect(answer).toMatch(/^HTTP\/1.1 408 /);
  expect((performance.now() - beganAt) / 1_000).toBeLessThan(13);
});

describe('an address', () => {
  test.each(['/', '/nothing<script>', '/j', '/j/a/b/c', '/..%2f..%2fetc/passwd', '/.env', '//evil.example'])(
    'that is not there, %s, is a 404 that repeats nothing',
    async (path) => {
      const { get, log } = await serve();
      const response = await get(path);

      expect(response.headers.get('x-powered-by')).toBeNull();
      expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(await answered(response)).toEqual([404, 'There is nothing here.\n']);
      expect(log.lines).toEqual([]);
    },
  );

  test('that cannot be decoded is not there either, and no fault of ours', async () => {
    const { get, log } = await serve(routes('/j/:link', (_req, res) => void res.send('door')));

    expect(await answered(await get('/j/%E0%A4%A'))).toEqual([404, 'There is nothing here.\n']);
    expect(log.lines).toEqual([]);
  });
});

describe('a fault', () => {
  const failing = (error: unknown) =>
    routes('/break', async () => {
      throw error;
    });

  test('is answered with a reference that stands in the log, and repeats nothing', async () => {
    const { get, log } = await serve(failing(new Error('xoxb-secret at /j/token')));
    const response = await get('/break?name=<script>');
    const text = await response.text();
    const reference = String(log.lines[0]?.fields['reference']);

    expect([response.status, text]).toEqual([500, `Something broke on our side. Reference: ${reference}\n`]);
    expect(reference).toMatch(/^[0-9a-f]{8}$/);
    expect(log.said('error')).toEqual(['a request failed']);
  });

  test.each([
    ['that says 404', Object.assign(new Error('of the video service'), { status: 404, expose: false })],
    ['that is not even an error', 'broken'],
  ])('of ours %s is never blamed on the client', async (_, error) => {
    const { get, log } = await serve(failing(error));

    expect((await get('/break')).status).toBe(500);
    expect(log.said('error')).toEqual(['a request failed']);
  });

  test('after the answer began cuts it off, and the server lives on', async () => {
    const { get, log } = await serve(
      routes('/break', async (_req, res) => {
        res.write('half');
        throw new Error('midway');
      }),
      healthRoutes(async () => true),
    );

    await expect(get('/break').then((response) => response.text())).rejects.toThrow();
    expect((await get('/healthz')).status).toBe(200);
    expect(log.said('error')).toEqual(['a request failed']);
  });
});

test('every answer carries the headers that keep a page from doing harm', async () => {
  const { get } = await serve(healthRoutes(async () => true));

  for (const path of ['/healthz', '/nothing']) {
    const { headers } = await get(path);
    expect([headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual(['nosniff', 'no-referrer']);
  }
});

describe('a request that is not let in', () => {
  test.each([
    ['GET', '/slack/events', 'POST'],
    ['PUT', '/slack/events', 'POST'],
    ['OPTIONS', '/slack/events', 'POST'],
    ['POST', '/healthz', 'GET, HEAD'],
    ['OPTIONS', '/readyz', 'GET, HEAD'],
  ])('because of its method, %s %s, is told which there are', async (method, path, allow) => {
    const { origin } = await serve(healthRoutes(async () => true));
    const answer = await fetch(origin + path, { method });

    expect([answer.headers.get('allow'), ...(await answered(answer))]).toEqual([allow, 405, 'Method not allowed\n']);
  });

  const head = (lines: string) => `GET /healthz HTTP/1.1\r\nHost: a\r\n${lines}\r\n`;
  test.each([
    ['because it is no HTTP', 'hello\r\n\r\n', '400 Bad Request'],
    ['because of a header of 20 KB', head(`X-Long: ${'x'.repeat(20_000)}\r\n`), '431 Request Header Fields Too Large'],
    [
      'because of an address of 20 KB',
      `GET /${'x'.repeat(20_000)} HTTP/1.1\r\n\r\n`,
      '431 Request Header Fields Too Large',
    ],
    ['because it says two lengths', head('Content-Length: 1\r\nContent-Length: 2\r\n'), '400 Bad Request'],
  ])('%s gets the headers of every answer, and the connection ends', async (_, bytes, status) => {
    const { http } = await serve(healthRoutes(async () => true));
    const socket = connect(http.port, '127.0.0.1').setEncoding('utf8');
    socket.end(bytes);
    let text = '';
    for await (const chunk of socket) text += chunk;

    expect(text.split('\r\n')[0]).toBe(`HTTP/1.1 ${status}`);
    expect(text).toContain("\r\nContent-Security-Policy: default-src 'none';");
    expect(text).toContain('\r\nX-Content-Type-Options: nosniff\r\n');
    expect(text).toContain('\r\nConnection: close\r\n');
  });
});

test('a port that is taken is an error of the start', async () => {
  const { http } = await serve();
  const taken = startHttpServer({
    host: '127.0.0.1',
    port: http.port,
    publicUrl: 'https://meet.acme.org',
    trustedProxyHops: 0,
    routes: [],
    log: fakeLog(),
  });

  await expect(taken).rejects.toMatchObject({ code: 'EADDRINUSE', syscall: 'listen' });
});

describe('closing', () => {
  test('lets a request that is under way end, and takes no new one', async () => {
    let letGo = () => {};
    let tellBegun = () => {};
    const begun = new Promise<void>((resolve) => {
      tellBegun = resolve;
    });
    const slowly: RequestHandler = (_req, res) => {
      letGo = () => void res.send('done');
      tellBegun();
    };
    const { http, get } = await serve(routes('/slow', slowly));
    const slow = get('/slow');
    await begun;
    const closed = http.close(5_000);

    await expect(get('/healthz')).rejects.toThrow();
    letGo();
    expect(await answered(await slow)).toEqual([200, 'done']);
    await closed;
  });

  test('cuts off what does not end in time', async () => {
    const { http, get } = await serve(routes('/never', () => {}));
    const never = get('/never').then(
      () => 'answered',
      () => 'cut off',
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    await http.close(50);

    expect(await never).toBe('cut off');
  });

  test('does not wait for idle connections', async () => {
    const { http } = await serve();
    const socket = connect(http.port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    const began = performance.now();
    await http.close(300);
    socket.destroy();

    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
