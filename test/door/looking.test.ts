import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { type DoorClient, makeClient, NOW, noAssets } from './client.ts';
import { type FakeDoor, GENUINE, makeFakeDoor } from './fake-door.ts';
import { type ServedDoor, serveDoor } from './serve-door.ts';

const path = `/j/${GENUINE}`;
const opensAt = DateTime.fromISO('2026-11-25T08:50', { zone: 'Europe/Berlin' });

let door: FakeDoor;
let served: ServedDoor;
let client: DoorClient;

beforeEach(async () => {
  door = makeFakeDoor();
  served = await serveDoor(door, { now: () => NOW }, noAssets);
  client = makeClient(served);
});

afterEach(() => served.close());

test('looking never lets anybody in, however it is done', async () => {
  const prefetch = { purpose: 'prefetch', 'sec-purpose': 'prefetch;prerender' };
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'TRACE'])
    for (const target of [path, `${path}/state`, `${path}/invite.ics`]) await client.raw(method, target, prefetch);

  expect(door.pressed).toEqual([]);
});

test('HEAD answers as GET does, without the body', async () => {
  for (const target of [path, `${path}/state`, `${path}/invite.ics`, '/j/forged']) {
    const [head, get] = [await client.raw('HEAD', target), await client.raw('GET', target)];

    expect([head.status, head.headers['content-type'], head.body]).toEqual([
      get.status,
      get.headers['content-type'],
      '',
    ]);
  }
});

test('the state is told in codes and server time, and names only in a simulation', async () => {
  door.view = { ...door.view, status: { kind: 'too-early', opensAt }, entered: ['Alice Adams'] };
  const state = {
    status: 'too_early',
    serverNow: '2026-11-25T07:40:00.000Z',
    opensAt: '2026-11-25T07:50:00.000Z',
    startsAt: '2026-11-25T08:00:00.000Z',
    endsAt: '2026-11-25T08:30:00.000Z',
    entered: ['Alice Adams'],
  };

  expect(await (await client.get(`${path}/state`)).json()).toEqual(state);
  door.view = { ...door.view, simulated: false };
  expect(await (await client.get(`${path}/state`)).json()).toEqual({ ...state, entered: [] });
});

test.each([
  ['en-US,en;q=0.9', 'Wednesday, November 25, 2026'],
  ['de-DE,de;q=0.9,en;q=0.8', 'Wednesday, 25 November 2026'],
  ['*', 'Wednesday, November 25, 2026'],
])('a browser that asks for %s is shown %s', async (languages, day) => {
  expect((await client.raw('GET', path, { 'accept-language': languages })).body).toContain(`>${day}</time>`);
});

test('the calendar file is a download under a harmless name', async () => {
  const answer = await client.get(`${path}/invite.ics`);

  expect(await answer.text()).toBe('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n');
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename=standup.ics');
});

test('a file name that is anything but plain becomes invite.ics', async () => {
  door.inviteFile = async () => ({ filename: '../a"\r\nx: y.ics', content: '' });

  expect((await client.get(`${path}/invite.ics`)).headers.get('content-disposition')).toBe(
    'attachment; filename=invite.ics',
  );
});

test.each([
  '/j/forged',
  '/j/meeting.bob.1.maC',
  `${path}/more`,
  `${path}/`,
  '/j/',
  '/j/%E0%A4%A',
  `/j/${'x'.repeat(4000)}`,
])('anything forged gets the same page: %s', async (target) => {
  const [answer, other] = [await client.get(target), await client.get('/j/other')];

  expect([answer.status, await answer.text()]).toEqual([404, await other.text()]);
});

test.each([
  ['PUT', path, 'GET, HEAD, POST'],
  ['OPTIONS', path, 'GET, HEAD, POST'],
  ['TRACE', path, 'GET, HEAD, POST'],
  ['POST', `${path}/state`, 'GET, HEAD'],
  ['DELETE', `${path}/invite.ics`, 'GET, HEAD'],
])('%s %s answers which methods there are', async (method, target, allow) => {
  const answer = await client.raw(method, target);

  expect([answer.status, answer.headers['allow']]).toEqual([405, allow]);
});

test('a flood of forged links is slowed down while everybody behind the same address still comes in', async () => {
  const flood = await Promise.all(
    Array.from({ length: 61 }, (_, i) => client.get(`/j/forged${i}`).then(({ status }) => status)),
  );
  const slowed = await client.get('/j/forged');
  const [script, colleagues] = [
    await client.get('/j/forged/state'),
    await Promise.all(Array.from({ length: 50 }, () => client.get(path))),
  ];

  expect([flood.filter((status) => status === 404).length, slowed.status]).toEqual([60, 429]);
  expect(slowed.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(script.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(new Set(colleagues.map(({ status }) => status))).toEqual(new Set([200]));
});

test.each([
  ['?s=1', true],
  ['?s=2', false],
  ['', false],
  ['?s=-1', false],
  ['?s=1&s=0', false],
  ['?s[a]=1', false],
  ['?s=one', false],
])('a link as in calendar files, with %j, says whether the file is old: %j', async (query, isOld) => {
  door.view = { ...door.view, sequence: 2 };
  const page = await (await client.get(path + query)).text();

  expect(page.includes('Your calendar is out of date')).toBe(isOld);
});

test('only a page that a call can be held on may reach the video service', async () => {
  const policyOf = async (target: string) => (await client.get(target)).headers.get('content-security-policy') ?? '';
  expect(await policyOf(path)).not.toContain('https:');
  door.view = { ...door.view, simulated: false };

  const policy = (await policyOf(path)).replace(/'nonce-[\w-]+'/, "'nonce-R'");
  expect(policy).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-R'; connect-src 'self' " +
      'https://api.realtime.cloudflare.com wss://socket-edge.realtime.cloudflare.com https://*.r2.cloudflarestorage.com; ' +
      "img-src 'self' data: blob:; media-src 'self' blob: https://rtk-assets.realtime.cloudflare.com " +
      "https://rtk-uploads.realtime.cloudflare.com; font-src 'self'; worker-src 'self' blob:; object-src 'none'; " +
      "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  );
  for (const target of [`${path}/state`, `${path}/invite.ics`, '/j/forged'])
    expect(await policyOf(target)).not.toContain('https:');
});

test('each page has its own style nonce, in the policy and in the page', async () => {
  const nonces = [];
  for (const answer of [await client.get(path), await client.get(path)]) {
    const [, nonce] = /'nonce-([\w-]{22})'/.exec(answer.headers.get('content-security-policy') ?? '') ?? [];
    expect(await answer.text()).toContain(`<meta name="csp-nonce" content="${nonce}">`);
    nonces.push(nonce);
  }

  expect(nonces[0]).not.toBe(nonces[1]);
});
